package org.parley.kit.change;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A place in the feed.
 *
 * @param epoch the history the numbers belong to
 * @param xid the transaction of the last row read
 * @param seq its number; transaction ids alone would split a transaction's rows, numbers alone would skip rows
 */
public record ChangeCursor(UUID epoch, long xid, long seq) {

    private static final byte FORM = 1;
    private static final int LENGTH = 1 + 4 * Long.BYTES;

    /** Null if these are not the bytes of a cursor. */
    static ChangeCursor of(byte[] bytes) {
        if (bytes.length != LENGTH || bytes[0] != FORM) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        return new ChangeCursor(new UUID(in.getLong(), in.getLong()), in.getLong(), in.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(FORM)
                .putLong(epoch.getMostSignificantBits())
                .putLong(epoch.getLeastSignificantBits())
                .putLong(xid)
                .putLong(seq)
                .array();
    }

    /** Whether this place is before that one, of the same epoch. */
    public boolean isBefore(ChangeCursor that) {
        int transactions = Long.compareUnsigned(xid, that.xid);
        return transactions == 0 ? seq < that.seq : transactions < 0;
    }
}
