package org.parley.sources.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** Writes what is found out about stored articles by comparing them: flags and origin. */
@ApplicationScoped
public class ArticleMarks {

    private final Jdbi jdbi;
    private final Changes changes;

    ArticleMarks(Jdbi jdbi, Changes changes) {
        this.jdbi = jdbi;
        this.changes = changes;
    }

    /** Takes the locks that intake takes for these articles; first of all in a transaction. */
    public void lock(Collection<UUID> articles) {
        List<String> identities =
                jdbi.withHandle(handle -> handle.createQuery("select identity::text from article where id = any(:ids)")
                        .bindArray("ids", UUID.class, List.copyOf(articles))
                        .mapTo(String.class)
                        .list());
        changes.lockFirst(identities);
    }

    /**
     * Sets the flag WIRE_COPY and the origin, and tells of it, where they differ.
     *
     * @param copy whether it is a copy of agency text
     * @param origin the agency it names, or null
     */
    public void mark(Handle handle, UUID article, boolean copy, String origin) {
        ArticleView before = handle.createQuery(ArticleRows.SELECT_WITH_IDENTITY + " where a.id = :id")
                .bind("id", article)
                .map((row, context) -> ArticleRows.read(row))
                .one();
        List<String> flags = new ArrayList<>(before.flags());
        flags.remove(ArticleFlags.WIRE_COPY);
        if (copy) {
            flags.add(0, ArticleFlags.WIRE_COPY);
        }
        ArticleView after = before.marked(origin, List.copyOf(flags));
        if (!after.equals(before)) {
            handle.createUpdate("update article set flags = :flags, origin = :origin where id = :id")
                    .bindArray("flags", String.class, flags)
                    .bind("origin", origin)
                    .bind("id", article)
                    .execute();
            changes.record(
                    "org.parley.article.changed.v1", article.toString(), new ChangeData(before, after, "DUPLICATE"));
        }
    }
}
