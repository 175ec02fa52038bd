package org.parley.events.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** What became of every event for an endpoint. */
@ApplicationScoped
class DeliveryLog {

    private static final String ORDER = "webhook-deliveries-1";

    private static final String SELECT = """
            select d.*, a.status, a.error from webhook_delivery d
            left join lateral (select status, error from webhook_attempt where delivery_id = d.id order by at desc limit 1) a
                on true
            """;

    private final Jdbi jdbi;
    private final KeysetCursors cursors;
    private final ObjectMapper json;

    DeliveryLog(Jdbi jdbi, KeysetCursors cursors, ObjectMapper json) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.json = json;
    }

    /** Newest first. */
    Page<Delivery> list(UUID endpoint, List<String> states, String type, Paging paging) {
        boolean up = paging.backward();
        Long from = paging.cursor() == null
                ? null
                : Long.valueOf(cursors.decode(ORDER, paging.cursor(), paging.cursorField())
                        .get(0));
        return jdbi.withHandle(handle -> {
            List<Delivery> rows = handle.createQuery(SELECT
                            + " where d.endpoint_id = :endpoint"
                            + " and (cardinality(cast(:states as text[])) = 0 or d.state = any(cast(:states as text[])))"
                            + " and (cast(:type as text) is null or d.type = :type)"
                            + " and (cast(:from as bigint) is null or d.id " + (up ? ">" : "<") + " :from)"
                            + " order by d.id " + (up ? "asc" : "desc") + " limit :limit")
                    .bind("endpoint", endpoint)
                    .bindArray("states", String.class, states)
                    .bind("type", type)
                    .bind("from", from)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> delivery(row, null, null))
                    .list();
            return Page.of(paging, rows, row -> cursors.encode(ORDER, row.id()), null);
        });
    }

    Delivery get(UUID endpoint, String id) {
        return jdbi.withHandle(handle -> get(handle, endpoint, number(id)));
    }

    private Delivery get(Handle handle, UUID endpoint, long id) {
        List<Delivery.Attempt> tried = handle.createQuery(
                        "select * from webhook_attempt where delivery_id = :id order by at")
                .bind("id", id)
                .map((row, context) -> new Delivery.Attempt(
                        row.getInt("number"),
                        EndpointRows.instant(row, "at"),
                        row.getInt("millis"),
                        (Integer) row.getObject("status"),
                        row.getString("error"),
                        row.getString("answer")))
                .list();
        return handle.createQuery("select d.*, coalesce(o.data, d.data)::text as sent, a.status, a.error"
                        + " from webhook_delivery d left join outbox o on o.xid = d.xid and o.seq = d.seq"
                        + " left join lateral (select status, error from webhook_attempt where delivery_id = d.id"
                        + " order by at desc limit 1) a on true where d.id = :id and d.endpoint_id = :endpoint")
                .bind("id", id)
                .bind("endpoint", endpoint)
                .map((row, context) -> delivery(row, data(row.getString("sent")), tried))
                .findOne()
                .orElseThrow(DeliveryLog::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("This endpoint has no delivery with this id.");
    }

    private static JsonNode data(String sent) {
        return sent == null ? null : JsonNodeFactory.instance.rawValueNode(new RawValue(sent));
    }

    /** Sends it once more, whatever became of it, with all attempts ahead again. */
    Delivery resend(Handle handle, UUID endpoint, String id) {
        int changed = handle.createUpdate("""
                        update webhook_delivery set state = 'PENDING', attempts = 0, due_at = now(), ended_at = null
                        where id = :id and endpoint_id = :endpoint""")
                .bind("id", number(id))
                .bind("endpoint", endpoint)
                .execute();
        if (changed == 0) {
            throw unknown();
        }
        return get(handle, endpoint, number(id));
    }

    /** Somebody has seen that it failed: it may leave the log in its time. */
    Delivery dismiss(Handle handle, UUID endpoint, String id) {
        Delivery known = get(handle, endpoint, number(id));
        if (!known.state().equals("FAILED") && !known.state().equals("DISMISSED")) {
            throw ProblemException.at(ErrorCode.CONFLICT, 409, null, "It has not failed: there is nothing to see to.");
        }
        handle.createUpdate("update webhook_delivery set state = 'DISMISSED' where id = :id")
                .bind("id", number(id))
                .execute();
        return get(handle, endpoint, number(id));
    }

    /** Sends again what lies behind a place of the feed and was sent already. */
    static int again(Handle handle, UUID endpoint, long xid, long seq) {
        return handle.createUpdate("""
                        update webhook_delivery set state = 'PENDING', attempts = 0, due_at = now(), ended_at = null
                        where endpoint_id = :endpoint and (xid, seq) > (cast(cast(:xid as text) as xid8), :seq)""")
                .bind("endpoint", endpoint)
                .bind("xid", Long.toUnsignedString(xid))
                .bind("seq", seq)
                .execute();
    }

    /** A delivery of data of its own, being tried now. */
    Claimed ping(Handle handle, UUID endpoint, UUID event, Object data, Instant now, Instant until) {
        String written;
        try {
            written = json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ping cannot be written as JSON", e);
        }
        String type = "org.parley.webhook.ping.v1";
        long id = handle.createUpdate("""
                        insert into webhook_delivery (endpoint_id, event_id, type, subject, data, state, attempts, due_at, created_at)
                        values (:endpoint, :event, :type, :subject, cast(:data as json), 'PENDING', 1, :until, :now)""")
                .bind("endpoint", endpoint)
                .bind("event", event)
                .bind("type", type)
                .bind("subject", endpoint.toString())
                .bind("data", written)
                .bind("until", until)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Claimed(id, endpoint, event, type, endpoint.toString(), now, written, 1, until);
    }

    /** What came of a ping: it is tried once. */
    static void pinged(Handle handle, Outcome outcome) {
        handle.createUpdate("update webhook_delivery set state = :state, ended_at = :at where id = :id")
                .bind("id", outcome.delivery().id())
                .bind("state", outcome.arrived() ? "DELIVERED" : "DISMISSED")
                .bind("at", outcome.at())
                .execute();
        Ledger.attempts(handle, List.of(outcome));
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static Delivery delivery(ResultSet row, JsonNode data, List<Delivery.Attempt> tried) throws SQLException {
        String state = row.getString("state");
        return new Delivery(
                Long.toString(row.getLong("id")),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                state,
                row.getInt("attempts"),
                EndpointRows.instant(row, "created_at"),
                state.equals("PENDING") ? EndpointRows.instant(row, "due_at") : null,
                EndpointRows.instant(row, "ended_at"),
                (Integer) row.getObject("status"),
                row.getString("error"),
                data,
                tried);
    }
}
