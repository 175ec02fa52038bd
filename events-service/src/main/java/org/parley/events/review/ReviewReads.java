package org.parley.events.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.doubt.Doubts;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.statement.Statements;
import org.parley.events.table.Rows;
import org.parley.events.table.TimeOrder;
import org.parley.kit.page.KeysetCursors;
import org.parley.kit.page.Page;
import org.parley.kit.page.Paging;
import org.parley.kit.problem.ProblemException;

/** Reads what is doubtful, and what was decided. */
@ApplicationScoped
class ReviewReads {

    private static final String QUEUE = "review-by-confidence-1";

    private final Jdbi jdbi;
    private final Statements statements;
    private final KeysetCursors cursors;
    private final TimeOrder order;

    ReviewReads(Jdbi jdbi, Statements statements, KeysetCursors cursors, TimeOrder order) {
        this.jdbi = jdbi;
        this.statements = statements;
        this.cursors = cursors;
        this.order = order;
    }

    /** The least sure first. */
    Page<ReviewItemView> queue(ReviewQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        String where = where(query.filter(), values);
        Page<ReviewItemView> page = jdbi.withHandle(handle -> {
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from doubt d where " + where)
                            .bindMap(values)
                            .mapTo(Long.class)
                            .one()
                    : null;
            String beyond = beyond(paging, values);
            String by = paging.backward() ? "d.confidence desc, d.id desc" : "d.confidence, d.id";
            List<ReviewItemView> rows = handle.createQuery(
                            "select d.* from doubt d where %s and %s order by %s limit %d"
                                    .formatted(where, beyond, by, paging.size() + 1))
                    .bindMap(values)
                    .map((row, context) -> item(handle, row))
                    .list();
            return Page.of(paging, rows, row -> cursors.encode(QUEUE, row.confidence(), row.id()), total);
        });
        return withReceipts(page);
    }

    Page<DecisionView> decisions(ReviewQuery query) {
        Paging paging = query.paging();
        Map<String, Object> values = new HashMap<>();
        List<String> all = new ArrayList<>(List.of("true"));
        if (query.filter() != null && query.filter().subject() != null) {
            values.put("subjects", Rows.list(query.filter().subject()));
            all.add("(d.subject = any(cast(string_to_array(:subjects, ',') as uuid[]))"
                    + " or d.other = any(cast(string_to_array(:subjects, ',') as uuid[])))");
        }
        kinds(query.filter(), all, values);
        String where = String.join(" and ", all);
        return jdbi.withHandle(handle -> {
            Long total = paging.count()
                    ? handle.createQuery("select count(*) from review_decision d where " + where)
                            .bindMap(values)
                            .mapTo(Long.class)
                            .one()
                    : null;
            String beyond = order.beyond("decisions", paging, "d.known_at", "d.id", values);
            List<DecisionView> rows = handle.createQuery(
                            "select d.* from review_decision d where %s and %s order by %s limit %d"
                                    .formatted(
                                            where,
                                            beyond,
                                            TimeOrder.by(paging, "d.known_at", "d.id"),
                                            paging.size() + 1))
                    .bindMap(values)
                    .map((row, context) -> DecisionView.of(row))
                    .list();
            return Page.of(paging, rows, row -> order.cursor("decisions", row.knownAt(), row.id()), total);
        });
    }

    private static String where(ReviewQuery.Filter filter, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        if (filter == null || filter.state() == null) {
            all.add("d.superseded_at is null");
        } else {
            values.put("states", Rows.list(filter.state()));
            all.add(
                    "case when d.superseded_at is null then 'OPEN' else d.ended end = any(string_to_array(:states, ','))");
        }
        kinds(filter, all, values);
        return String.join(" and ", all);
    }

    private static void kinds(ReviewQuery.Filter filter, List<String> all, Map<String, Object> values) {
        if (filter != null && filter.kind() != null) {
            values.put("kinds", Rows.list(filter.kind()));
            all.add("d.kind = any(string_to_array(:kinds, ','))");
        }
    }

    private String beyond(Paging paging, Map<String, Object> values) {
        if (paging.cursor() == null) {
            return "true";
        }
        List<String> keys = cursors.decode(QUEUE, paging.cursor(), paging.cursorField());
        try {
            values.put("confidence", Double.valueOf(keys.get(0)));
            values.put("sortId", UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput(paging.cursorField(), "is of an older release: start again without it");
        }
        return "(d.confidence, d.id) %s (:confidence, :sortId)".formatted(paging.backward() ? "<" : ">");
    }

    private static ReviewItemView item(Handle handle, ResultSet row) throws SQLException {
        UUID subject = Rows.uuid(row, "subject");
        UUID other = Rows.uuid(row, "other");
        Doubts.Kind kind = Rows.name(row, "kind", Doubts.Kind.class);
        ReviewItemView.State state = row.getString("superseded_at") == null
                ? ReviewItemView.State.OPEN
                : Rows.name(row, "ended", ReviewItemView.State.class);
        return new ReviewItemView(
                Rows.uuid(row, "id"),
                kind,
                other == null ? List.of(subject) : List.of(subject, other),
                row.getString("why"),
                row.getDouble("confidence"),
                List.of(),
                state,
                state == ReviewItemView.State.DECIDED ? decision(handle, kind, subject, other) : null,
                Rows.instant(row, "known_at"));
    }

    private static DecisionView decision(Handle handle, Doubts.Kind kind, UUID subject, UUID other) {
        return handle.createQuery("""
                        select * from review_decision where kind = :kind and subject = :subject
                            and other is not distinct from cast(:other as uuid)
                        order by superseded_at desc nulls first limit 1""")
                .bind("kind", kind)
                .bind("subject", subject)
                .bindByType("other", other, UUID.class)
                .map((row, context) -> DecisionView.of(row))
                .findOne()
                .orElse(null);
    }

    private Page<ReviewItemView> withReceipts(Page<ReviewItemView> page) {
        Map<UUID, List<ReceiptView>> receipts = new HashMap<>();
        statements.byIds(subjects(page, Doubts.Kind.STATEMENT, Doubts.Kind.UTTERANCE), null).stream()
                .filter(view -> view != null)
                .forEach(view -> receipts.put(view.id(), view.receipts()));
        jdbi.useHandle(handle -> {
            receipts.putAll(ReviewReceipts.ofActors(handle, subjects(page, Doubts.Kind.ACTOR)));
            receipts.putAll(ReviewReceipts.ofProposals(handle, subjects(page, Doubts.Kind.PROPOSAL)));
        });
        return page.map(item -> with(item, receipts));
    }

    private static List<UUID> subjects(Page<ReviewItemView> page, Doubts.Kind... kinds) {
        return page.items().stream()
                .map(Page.Item::node)
                .filter(item -> List.of(kinds).contains(item.kind()))
                .flatMap(item -> item.subjectIds().stream())
                .distinct()
                .toList();
    }

    private static ReviewItemView with(ReviewItemView item, Map<UUID, List<ReceiptView>> receipts) {
        return new ReviewItemView(
                item.id(),
                item.kind(),
                item.subjectIds(),
                item.why(),
                item.confidence(),
                item.subjectIds().stream()
                        .flatMap(id -> receipts.getOrDefault(id, List.of()).stream())
                        .toList(),
                item.state(),
                item.decision(),
                item.knownAt());
    }
}
