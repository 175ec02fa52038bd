package org.parley.events.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.problem.ProblemException;

/**
 * The part of an export that is asked for.
 *
 * @param after the id of the last row that need not come again, or null for all
 * @param at the time of which the record is told
 */
record ExportPart(UUID after, Instant at) {

    private static final String URN = "urn:uuid:";

    /**
     * From the parameters of a request.
     *
     * @param after an id, as a row of the export has it; null for all
     * @param knownAt null for the latest time of which nothing more can become known
     */
    static ExportPart of(String after, String knownAt, Jdbi jdbi) {
        return new ExportPart(
                after == null ? null : id(after),
                knownAt == null ? jdbi.withHandle(ExportPart::settled) : time(knownAt));
    }

    /** What a running transaction noted is still to come. */
    private static Instant settled(Handle handle) {
        return handle.createQuery("""
                        select least(clock_timestamp(), min(xact_start) - interval '1 second') from pg_stat_activity
                        where datname = current_database() and backend_xid is not null""").mapTo(Instant.class).one();
    }

    private static UUID id(String after) {
        try {
            return UUID.fromString(after.startsWith(URN) ? after.substring(URN.length()) : after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput("after", "has to be the id of the last row that came whole");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badInput("knownAt", "has to be a time such as 2027-03-04T10:00:00Z");
        }
    }
}
