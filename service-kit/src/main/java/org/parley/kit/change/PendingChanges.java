package org.parley.kit.change;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The changes of one transaction, until it is about to commit. */
final class PendingChanges implements Synchronization {

    private final List<Changes.Row> rows = new ArrayList<>();
    private final Consumer<List<Changes.Row>> writer;

    PendingChanges(Consumer<List<Changes.Row>> writer) {
        this.writer = writer;
    }

    void add(Changes.Row row) {
        rows.add(row);
    }

    @Override
    public void beforeCompletion() {
        writer.accept(rows);
    }

    @Override
    public void afterCompletion(int status) {
        // Rolled back: the rows were never there. Committed: they are written.
    }
}
