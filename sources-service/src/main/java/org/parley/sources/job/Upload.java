package org.parley.sources.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A file that was handed in, kept in pieces and read again piece by piece, over one connection: the driver has a connection send bytes as they
 * are only after some times, and until then as digits, which are dear to make and to read.
 */
final class Upload extends InputStream {

    static final int PIECE = 1024 * 1024;

    private final Handle handle;
    private final UUID job;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Upload(Jdbi jdbi, UUID job) {
        this.handle = jdbi.open();
        this.job = job;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == piece.length) {
            byte[] more = handle.createQuery("select bytes from import_chunk where job_id = :job and number = :number")
                    .bind("job", job)
                    .bind("number", next)
                    .mapTo(byte[].class)
                    .findOne()
                    .orElse(null);
            if (more == null) {
                return false;
            }
            piece = more;
            at = 0;
            next++;
        }
        return true;
    }

    @Override
    public void close() {
        handle.close();
    }
}
