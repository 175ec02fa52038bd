package org.parley.kit.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which history the feed's transaction ids belong to.
 *
 * <p>A dump restored elsewhere brings ids that mean nothing to the new cluster: the old cursors would point anywhere,
 * and rows with ids of the future would never be read. So the database notes where it lives; found elsewhere, it starts
 * a new epoch, and its old rows come first, in their old order of numbers.
 */
@ApplicationScoped
class ChangeEpoch {

    private static final Logger LOG = Logger.getLogger(ChangeEpoch.class);

    private final Jdbi jdbi;
    private volatile UUID epoch;

    ChangeEpoch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    UUID current() {
        UUID known = epoch;
        if (known == null) {
            known = QuarkusTransaction.joiningExisting().call(() -> jdbi.withHandle(ChangeEpoch::settle));
            epoch = known;
        }
        return known;
    }

    private static UUID settle(Handle handle) {
        String here = handle.createQuery("""
                        select (select system_identifier from pg_control_system()) || '/' || oid
                        from pg_database where datname = current_database()""").mapTo(String.class).one();
        String noted = handle.createQuery("select coalesce(origin, '') from change_epoch for update")
                .mapTo(String.class)
                .one();
        if (!noted.equals(here)) {
            if (!noted.isEmpty()) {
                LOG.warn("This database was restored from a dump: the change feed starts a new epoch.");
                handle.execute("update change_epoch set epoch = gen_random_uuid(), floor_xid = '0', floor_seq = 0");
                handle.execute("update outbox set xid = '0'");
            }
            handle.execute("update change_epoch set origin = ?", here);
        }
        return handle.createQuery("select epoch from change_epoch")
                .mapTo(UUID.class)
                .one();
    }
}
