package org.parley.sources.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Who did what. */
@Path("/v1/audit")
@RolesAllowed("admin")
class AuditApi {

    private static final String ORDER = "audit-newest-1";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    AuditApi(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    /** Which acts; members are AND-ed. */
    record Filter(String who, String action, String subject, Instant from, Instant to) {}

    record Query(Filter filter, Integer first, Integer last, String after, String before, Boolean count) {}

    /** An act; {@code before} and {@code after} are what it was done to, as others see it. */
    @JsonInclude(Include.NON_NULL)
    record Act(
            UUID id,
            Instant at,
            String who,
            String caller,
            String action,
            String subjectKind,
            String subjectId,
            @Schema(type = SchemaType.OBJECT) JsonNode before,
            @Schema(type = SchemaType.OBJECT) JsonNode after) {}

    @POST
    @Path("/query")
    @Operation(summary = "Acts by who, action, subject and time, the newest first")
    public Page<Act> query(Query asked) {
        Query query = asked == null ? new Query(null, null, null, null, null, null) : asked;
        Paging paging = Paging.of(query.first(), query.last(), query.after(), query.before(), query.count());
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(query.filter(), values);
        return jdbi.withHandle(handle -> {
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from audit where " + where)
                            .bindMap(values)
                            .mapTo(Long.class)
                            .one()
                    : null;
            String beyond = "true";
            if (paging.cursor() != null) {
                values.put(
                        "beyond",
                        UUID.fromString(cursors.decode(ORDER, paging.cursor(), paging.cursorField())
                                .get(0)));
                beyond = "id " + (paging.backward() ? ">" : "<") + " :beyond";
            }
            List<Act> rows = handle.createQuery("select * from audit where " + where + " and " + beyond
                            + " order by id " + (paging.backward() ? "asc" : "desc") + " limit :limit")
                    .bindMap(values)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> act(row))
                    .list();
            return Page.of(paging, rows, act -> cursors.encode(ORDER, act.id()), total);
        });
    }

    private static String where(Filter filter, Map<String, Object> values) {
        List<String> parts = new ArrayList<>(List.of("true"));
        if (filter != null) {
            is(parts, values, "who = :who", "who", filter.who());
            is(parts, values, "action = :action", "action", filter.action());
            is(parts, values, "subject_id = :subject", "subject", filter.subject());
            is(parts, values, "at >= :from", "from", filter.from());
            is(parts, values, "at <= :to", "to", filter.to());
        }
        return String.join(" and ", parts);
    }

    private static void is(List<String> parts, Map<String, Object> values, String part, String name, Object value) {
        if (value != null) {
            parts.add(part);
            values.put(name, value);
        }
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("caller"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                raw(row.getString("before")),
                raw(row.getString("after")));
    }

    private static JsonNode raw(String json) {
        return json == null ? null : JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
