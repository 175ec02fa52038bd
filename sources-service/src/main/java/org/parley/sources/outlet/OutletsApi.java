package org.parley.sources.outlet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.Batch;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;

/** Reads of outlets. */
@Path("/v1/outlets")
class OutletsApi {

    private static final String ORDER = "outlets-by-name-1";

    private final Jdbi jdbi;
    private final KeysetCursors cursors;

    OutletsApi(Jdbi jdbi, KeysetCursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    record Query(Integer first, Integer last, String after, String before, Boolean count) {}

    @POST
    @Path("/query")
    @RolesAllowed("read")
    @Operation(summary = "Outlets by name")
    public Page<OutletView> query(Query query) {
        Query asked = query == null ? new Query(null, null, null, null, null) : query;
        Paging paging = Paging.of(asked.first(), asked.last(), asked.after(), asked.before(), asked.count());
        return jdbi.withHandle(handle -> {
            String where = "";
            Map<String, Object> arguments = new HashMap<>();
            if (paging.cursor() != null) {
                List<String> keys = cursors.decode(ORDER, paging.cursor(), paging.cursorField());
                where = " where (lower(o.name), o.id) %s (:name, cast(:id as uuid))"
                        .formatted(paging.backward() ? "<" : ">");
                arguments.put("name", keys.get(0));
                arguments.put("id", keys.get(1));
            }
            String direction = paging.backward() ? " desc" : "";
            var rows = handle.createQuery("select " + OutletRows.COLUMNS + ", lower(o.name) as sort_name from outlet o"
                            + where + " order by lower(o.name)" + direction + ", o.id" + direction + " limit :limit")
                    .bindMap(arguments)
                    .bind("limit", paging.size() + 1)
                    .map((row, context) -> new Row(OutletRows.read(row), row.getString("sort_name")))
                    .list();
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from outlet")
                            .mapTo(Long.class)
                            .one()
                    : null;
            Page<Row> page = Page.of(
                    paging,
                    rows,
                    row -> cursors.encode(ORDER, row.sortName(), row.outlet().id()),
                    total);
            return page.map(Row::outlet);
        });
    }

    private record Row(OutletView outlet, String sortName) {}

    @POST
    @Path("/by-ids")
    @RolesAllowed("read")
    @Operation(summary = "Outlets by id, in the order asked for, null where there is none")
    public Batch<OutletView> byIds(Batch.Ids asked) {
        List<UUID> ids = Batch.checked(asked == null ? null : asked.ids());
        Map<UUID, OutletView> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(OutletRows.SELECT + " where o.id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> OutletRows.read(row))
                .forEach(outlet -> found.put(outlet.id(), outlet)));
        return Batch.of(ids, found);
    }
}
