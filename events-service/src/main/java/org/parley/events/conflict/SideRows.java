package org.parley.events.conflict;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.ConflictView.AssertionView;
import org.parley.events.conflict.ConflictView.SideView;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Shows the sides of conflicts with their receipts as they stand in the articles' present versions. */
final class SideRows {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};

    /** A side as it is stored. */
    record Stored(String value, List<UUID> readings, List<UUID> assertions, List<UUID> mentions) {}

    private record Evidence(UUID statement, AssertionView assertion, List<ReceiptView> receipts) {}

    private final Map<UUID, Evidence> evidence = new HashMap<>();

    private SideRows() {}

    /** Reads what all of these sides rest on, in one statement. */
    static SideRows of(Handle handle, Collection<Stored> sides) {
        List<UUID> ids = sides.stream()
                .flatMap(side -> Stream.of(side.readings(), side.assertions(), side.mentions()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        SideRows rows = new SideRows();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            with asked(id) as (select cast(e as uuid) from unnest(string_to_array(:ids, ',')) e),
                            evidence(id, statement_id, article_id, article_version, receipts, field, value) as (
                                select r.id, r.statement_id, r.article_id, r.article_version, r.receipts, null, null
                                from reading r where r.id in (select id from asked)
                                union all select a.id, null, a.article_id, a.article_version, a.receipts, a.field, a.value
                                from assertion a where a.id in (select id from asked)
                                union all select m.id, null, m.article_id, m.article_version, jsonb_build_array(m.receipt),
                                    'pointCount', cast(m.point_count as text)
                                from mention m where m.id in (select id from asked))
                            select e.*, c.read_version, p.spans from evidence e join article c on c.id = e.article_id
                            left join placement p on p.owner_id = e.id and p.article_version = c.read_version""")
                    .bind("ids", Rows.list(ids))
                    .map((row, context) -> rows.evidence.put(Rows.uuid(row, "id"), evidence(row)))
                    .list();
        }
        return rows;
    }

    SideView view(Stored side) {
        List<ReceiptView> receipts = new ArrayList<>();
        side.readings().forEach(id -> receipts.addAll(evidence.get(id).receipts()));
        // What an article tells several times is one assertion with as many receipts.
        Map<List<Object>, AssertionView> told = new LinkedHashMap<>();
        Stream.of(side.assertions(), side.mentions())
                .flatMap(List::stream)
                .map(id -> evidence.get(id).assertion())
                .forEach(each ->
                        told.merge(List.of(each.articleId(), each.field(), each.value()), each, SideRows::together));
        List<AssertionView> assertions = List.copyOf(told.values());
        assertions.forEach(assertion -> receipts.addAll(assertion.receipts()));
        return new SideView(
                side.value(),
                receipts,
                side.readings().stream()
                        .map(id -> evidence.get(id).statement())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                assertions);
    }

    private static AssertionView together(AssertionView one, AssertionView other) {
        List<ReceiptView> receipts = new ArrayList<>(one.receipts());
        other.receipts().stream().filter(each -> !receipts.contains(each)).forEach(receipts::add);
        return new AssertionView(one.id(), one.articleId(), one.field(), one.value(), receipts);
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        UUID article = Rows.uuid(row, "article_id");
        Placements placements = Placements.of(
                article, row.getInt("article_version"), row.getInt("read_version"), row.getString("spans"));
        List<ReceiptView> receipts = placements.show(Json.read(row.getString("receipts"), RECEIPTS));
        String field = row.getString("field");
        return new Evidence(
                Rows.uuid(row, "statement_id"),
                field == null
                        ? null
                        : new AssertionView(Rows.uuid(row, "id"), article, field, row.getString("value"), receipts),
                receipts);
    }
}
