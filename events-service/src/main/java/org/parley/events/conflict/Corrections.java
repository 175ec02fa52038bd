package org.parley.events.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.table.Rows;
import org.parley.events.utterance.Wording;
import org.parley.extraction.StatementForm;
import org.parley.extraction.proposal.Amount;

/** Finds what an outlet corrected: where an earlier version of an article says otherwise than its present one. */
final class Corrections {

    private static final String AMOUNT = "amount in";

    private record Said(
            UUID statement,
            UUID article,
            UUID reading,
            int version,
            String content,
            StatementForm form,
            Instant sortAt) {

        Wording wording() {
            return Wording.of(content, form);
        }
    }

    private record Stated(
            UUID id, UUID article, int version, String field, String value, boolean mention, Instant knownAt) {}

    private Corrections() {}

    static String scope(UUID article) {
        return "corrections of " + article;
    }

    static List<Found> of(Handle handle, Collection<UUID> articles) {
        List<Found> found = new ArrayList<>();
        for (UUID article : withEarlierVersions(handle, articles)) {
            quotations(handle, article).forEach(found::add);
            found.addAll(numbers(handle, article));
        }
        return found;
    }

    private static List<UUID> withEarlierVersions(Handle handle, Collection<UUID> articles) {
        return handle.createQuery("""
                        select article_id from extraction where article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        group by article_id having count(distinct article_version) > 1""")
                .bind("ids", Rows.list(articles))
                .mapTo(UUID.class)
                .list();
    }

    /** Quotations of one statement that have other words in the present version than in an earlier one. */
    private static List<Found> quotations(Handle handle, UUID article) {
        Map<UUID, List<Said>> statements =
                handle.createQuery("""
                        select distinct on (r.statement_id, r.article_version) r.statement_id, r.id, r.article_version,
                            r.content, r.form, r.sort_at
                        from reading r join article a on a.id = r.article_id
                        where r.article_id = :article and a.state <> 'RETRACTED'
                            and (r.superseded_at is null or r.article_version <> a.read_version)
                        order by r.statement_id, r.article_version, r.known_at desc""").bind("article", article).map((row, context) -> said(article, row)).stream()
                        .collect(Collectors.groupingBy(Said::statement, LinkedHashMap::new, Collectors.toList()));
        int present = present(handle, article);
        List<Found> found = new ArrayList<>();
        statements.forEach((statement, readings) -> {
            List<Said> now =
                    readings.stream().filter(said -> said.version() == present).toList();
            List<Said> earlier =
                    readings.stream().filter(said -> said.version() != present).toList();
            for (Said before : earlier) {
                if (!now.isEmpty()
                        && quotedOtherwise(before.wording(), now.get(0).wording())) {
                    found.add(corrected(
                            "WORDING correction " + statement,
                            ConflictKind.WORDING,
                            article,
                            "The outlet changed the words in quotation marks",
                            new Side(
                                    before.content(),
                                    List.of(Evidence.ofReading(statement, article, before.reading()))),
                            new Side(
                                    now.get(0).content(),
                                    List.of(Evidence.ofReading(
                                            statement, article, now.get(0).reading()))),
                            before.sortAt()));
                    break;
                }
            }
        });
        return found;
    }

    /** Any other word counts: the outlet took back that these were the words. */
    private static boolean quotedOtherwise(Wording before, Wording now) {
        return before.quoted().size() == now.quoted().size()
                && before.quoted().stream().flatMap(List::stream).noneMatch(String::isEmpty)
                && !before.quoted().equals(now.quoted());
    }

    /** Numbers that an article gave of its proposals, where the present version has another in their place. */
    private static List<Found> numbers(Handle handle, UUID article) {
        int present = present(handle, article);
        Map<String, List<Stated>> fields = handle
                .createQuery("""
                        select id, article_version, case field when 'amount' then 'amount in' || ltrim(value, '0123456789.') else field end as field,
                            value, false as mention, known_at
                        from assertion where article_id = :article and field in ('pointCount', 'amount')
                        union all
                        select id, article_version, 'pointCount', cast(point_count as text), true, known_at from mention
                        where article_id = :article and point_count is not null""")
                .bind("article", article)
                .map((row, context) -> new Stated(
                        Rows.uuid(row, "id"),
                        article,
                        row.getInt("article_version"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getBoolean("mention"),
                        Rows.instant(row, "known_at")))
                .stream()
                .collect(Collectors.groupingBy(Stated::field, LinkedHashMap::new, Collectors.toList()));
        List<Found> found = new ArrayList<>();
        fields.forEach((field, stated) -> {
            List<Stated> left = only(stated, present, false);
            List<Stated> came = only(stated, present, true);
            // One number in the place of one other; more than that is a rewritten article, not a correction.
            if (values(left).size() == 1 && values(came).size() == 1) {
                boolean amount = field.startsWith(AMOUNT);
                ConflictKind kind = amount ? ConflictKind.AMOUNT : ConflictKind.POINT_COUNT;
                found.add(corrected(
                        kind + " correction " + article + (amount ? field.substring(AMOUNT.length()) : ""),
                        kind,
                        article,
                        amount ? "The outlet changed an amount" : "The outlet changed the number of points",
                        side(left, List.of()),
                        side(
                                came,
                                amount
                                        ? sameAmount(
                                                handle, article, came.get(0).value())
                                        : elsewhere(handle, article, came)),
                        left.get(0).knownAt()));
            }
        });
        return found;
    }

    private static List<Stated> only(List<Stated> stated, int present, boolean inPresent) {
        List<String> other = values(stated.stream()
                .filter(each -> (each.version() == present) != inPresent)
                .toList());
        return stated.stream()
                .filter(each -> (each.version() == present) == inPresent && !other.contains(each.value()))
                .toList();
    }

    private static List<String> values(List<Stated> stated) {
        return stated.stream().map(Stated::value).distinct().toList();
    }

    /** Where another article was the first to give the same number of points of the same version, with the change where it tells it. */
    private static List<Evidence> elsewhere(Handle handle, UUID article, List<Stated> came) {
        int count = Integer.parseInt(came.get(0).value());
        record Meant(UUID proposal, UUID version) {}
        List<Meant> meant = handle.createQuery("""
                        select distinct g.proposal_id, g.version_id from mention m join meaning g on g.mention_id = m.id
                        where m.article_id = :article and g.superseded_at is null and g.version_id is not null""")
                .bind("article", article)
                .map((row, context) -> new Meant(Rows.uuid(row, "proposal_id"), Rows.uuid(row, "version_id")))
                .list();
        Set<UUID> versions = meant.stream().map(Meant::version).collect(Collectors.toSet());
        List<VersionTellings.Telling> told =
                VersionTellings.of(
                                handle,
                                meant.stream().map(Meant::proposal).distinct().toList())
                        .stream()
                        .filter(telling -> !telling.article().equals(article) && versions.contains(telling.version()))
                        .toList();
        Set<Evidence> changes = told.stream()
                .filter(VersionTellings.Telling::revised)
                .map(VersionTellings.Telling::evidence)
                .collect(Collectors.toSet());
        return told.stream()
                .filter(telling -> telling.revised()
                        ? telling.words().matches("(?s).*\\b" + count + "\\b.*")
                        : Integer.valueOf(count).equals(telling.count()))
                .min(Comparator.comparing((VersionTellings.Telling telling) -> !changes.contains(telling.evidence()))
                        .thenComparing(VersionTellings.FIRST))
                .map(telling -> List.of(telling.evidence()))
                .orElse(List.of());
    }

    /** What is said in other articles of the same proposals that gives the same amount; of each article the first. */
    private static List<Evidence> sameAmount(Handle handle, UUID article, String value) {
        record Giving(UUID article, String content, Evidence evidence) {}
        Map<UUID, Evidence> first = new LinkedHashMap<>();
        handle
                .createQuery("""
                        select distinct r.id, r.statement_id, r.article_id, r.content, r.sort_at, cast(r.receipts -> 0 ->> 'start' as int) as "from"
                        from reading_about b join reading r on r.id = b.reading_id and r.superseded_at is null
                        where b.superseded_at is null and r.article_id <> :article and r.content ~ '[0-9]' and b.proposal_id in (
                            select g.proposal_id from assertion s join meaning g on g.mention_id = s.mention_id and g.superseded_at is null
                            where s.article_id = :article and s.field = 'amount' and s.value = :value)
                        order by r.sort_at, r.content, "from", r.article_id""")
                .bind("article", article)
                .bind("value", value)
                .map((row, context) -> new Giving(
                        Rows.uuid(row, "article_id"),
                        row.getString("content"),
                        Evidence.ofReading(
                                Rows.uuid(row, "statement_id"), Rows.uuid(row, "article_id"), Rows.uuid(row, "id"))))
                .stream()
                .filter(said -> Amount.of(said.content()).stream()
                        .anyMatch(amount -> amount.exact() && amount.plain().equals(value)))
                .forEach(said -> first.putIfAbsent(said.article(), said.evidence()));
        return List.copyOf(first.values());
    }

    private static Side side(List<Stated> stated, List<Evidence> elsewhere) {
        Stream<Evidence> own = stated.stream()
                .map(each -> new Evidence(
                        null,
                        each.article(),
                        null,
                        each.mention() ? null : each.id(),
                        each.mention() ? each.id() : null));
        return new Side(
                stated.get(0).value(), Stream.concat(own, elsewhere.stream()).toList());
    }

    private static Found corrected(
            String key, ConflictKind kind, UUID article, String what, Side before, Side now, Instant sortAt) {
        return new Found(
                key,
                scope(article),
                kind,
                ConflictResolution.RESOLVED_BY_CORRECTION,
                "%s: \"%s\" in an earlier version of the article, \"%s\" in the present one."
                        .formatted(what, before.value(), now.value()),
                List.of(before, now),
                null,
                null,
                null,
                sortAt);
    }

    private static int present(Handle handle, UUID article) {
        return handle.createQuery("select coalesce(read_version, current_version) from article where id = :article")
                .bind("article", article)
                .mapTo(Integer.class)
                .one();
    }

    private static Said said(UUID article, ResultSet row) throws SQLException {
        return new Said(
                Rows.uuid(row, "statement_id"),
                article,
                Rows.uuid(row, "id"),
                row.getInt("article_version"),
                row.getString("content"),
                Rows.name(row, "form", StatementForm.class),
                Rows.instant(row, "sort_at"));
    }
}
