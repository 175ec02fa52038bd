package org.parley.events.negotiation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.Names;
import org.parley.events.table.Rows;

/** Names of proposals in addresses. */
final class Slugs {

    private record Row(UUID id, String slug, Instant knownAt) {}

    private Slugs() {}

    /** Enters a proposal under a name that is free: that of its title, numbered where it is taken. */
    static void enter(Handle handle, UUID proposal, String title, Instant now) {
        String words = Names.normalised(title).replace(' ', '-');
        String slug = words.isEmpty() ? "proposal" : words;
        // Slugs of one name are numbered; a few may be free again between, which nobody misses.
        int taken = handle.createQuery(
                        "select count(*) from proposal where slug = :slug or slug ~ ('^' || :slug || '-[0-9]+$')")
                .bind("slug", slug)
                .mapTo(Integer.class)
                .one();
        String free = slug;
        for (int number = taken + 1; number > 1 && isTaken(handle, free); number++) {
            free = slug + "-" + number;
        }
        Rows.insert(handle, "proposal", List.of(new Row(proposal, free, now)));
    }

    private static boolean isTaken(Handle handle, String slug) {
        return handle.createQuery("select exists (select from proposal where slug = :slug)")
                .bind("slug", slug)
                .mapTo(Boolean.class)
                .one();
    }
}
