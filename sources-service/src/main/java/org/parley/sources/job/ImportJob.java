package org.parley.sources.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * An import that runs by itself, as others see it.
 *
 * @param done rows that are finished
 * @param bytes how long its file is
 * @param attempts starts since it last got a batch further
 * @param error why it failed, or why the last start got no further; null if all is well
 * @param resumable whether it failed and its file is still here, so that it can go on
 */
@JsonInclude(Include.NON_NULL)
record ImportJob(
        UUID id,
        String kind,
        String file,
        Format format,
        boolean dryRun,
        State state,
        long bytes,
        int done,
        int stored,
        int newVersions,
        int unchanged,
        int refused,
        int attempts,
        String error,
        boolean resumable,
        String who,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    enum Format {
        JSONL,
        CSV,
        ZIP,
        WARC
    }

    enum State {
        /** Its file is still arriving. */
        UPLOADING,
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    static ImportJob read(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                "IMPORT",
                row.getString("file"),
                Format.valueOf(row.getString("format")),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                row.getLong("bytes"),
                row.getInt("done"),
                row.getInt("stored"),
                row.getInt("new_versions"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("attempts"),
                row.getString("error"),
                row.getBoolean("resumable"),
                row.getString("who"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
