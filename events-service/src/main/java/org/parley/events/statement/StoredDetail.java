package org.parley.events.statement;

import java.util.UUID;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;

/** A circumstance of a statement, in the table. */
record StoredDetail(Channel.Kind kind, String value, Receipt receipt, Basis basis, UUID outletId) {

    DetailView shown(Placements placements) {
        return new DetailView(kind, value, placements.show(receipt), basis, outletId);
    }
}
