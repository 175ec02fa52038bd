package org.parley.events.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.table.Rows;
import org.parley.extraction.SpeechAct;

/** Finds where one says that a proposal was withdrawn, signed, broken off or is in force, and another that it was not. */
final class Statuses {

    /** What can become of a proposal, by the words that tell it. */
    enum Status {
        WITHDRAWN("withdrawn|withdrew|scrapped|shelved|abandoned|taken off the table|off the table|taken back"),
        SIGNED("signed|initialled|initialed|sealed"),
        BROKEN_OFF("suspended|broken off|collapsed"),
        IN_FORCE("in force|taken effect|took effect|entered into force");

        final Pattern words;

        Status(String words) {
            this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** PostgreSQL's pattern for what may tell one. */
    private static final String HINT =
            "withdr[ae]w|scrapped|shelved|abandoned|off the table|taken back|signed|initial+ed|sealed|suspended|broken off|collapsed|in(to)? force|effect";

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|never|no|neither|nor|nothing|nobody|yet to)\\b|n['\u2019]t\\b", Pattern.CASE_INSENSITIVE);
    /** What may be or is wanted has not become so, and has not failed to either. */
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:will|would|could|may|might|should|must|can|cannot|if|unless|until|once|when|whether|to|before|after|ready|likely)\\b",
            Pattern.CASE_INSENSITIVE);

    private record Telling(
            UUID proposal, Status status, boolean holds, LocalDate day, Instant at, String outlet, Evidence evidence) {}

    private Statuses() {}

    static String scope(UUID proposal) {
        return "status of " + proposal;
    }

    /** The proposals that these statements tell, or told before, what became of: of others nothing has to be looked at. */
    static Set<UUID> concerned(Handle handle, Collection<UUID> statements) {
        return handle.createQuery("""
                        select distinct b.proposal_id from reading r join reading_about b on b.reading_id = r.id
                        where r.content ~* :hint and r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("hint", HINT)
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<Found> of(Handle handle, Collection<UUID> proposals) {
        Map<List<Object>, List<Telling>> topics = tellings(handle, proposals).stream()
                .collect(Collectors.groupingBy(
                        telling -> List.of(telling.proposal(), telling.status()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Found> found = new ArrayList<>();
        topics.values().forEach(all -> {
            List<Telling> yes = all.stream().filter(Telling::holds).toList();
            List<Telling> no = all.stream().filter(telling -> !telling.holds()).toList();
            if (!yes.isEmpty() && !no.isEmpty()) {
                found.add(conflict(yes, no));
            }
        });
        return found;
    }

    private static Found conflict(List<Telling> yes, List<Telling> no) {
        UUID proposal = yes.get(0).proposal();
        String status = yes.get(0).status().text();
        // Not signed on Monday and signed on Tuesday are both so; signed on Monday and not signed on Tuesday are not.
        boolean became = last(no).isBefore(yes.get(0).day());
        return new Found(
                "STATUS " + status + " " + proposal,
                scope(proposal),
                ConflictKind.STATUS,
                became ? ConflictResolution.SUPERSEDED_IN_TIME : ConflictResolution.OPEN,
                "It was %s according to %s, and not according to %s%s."
                        .formatted(status, told(yes), told(no), became ? ", before that" : ""),
                List.of(side(status, yes), side("not " + status, no)),
                null,
                proposal,
                null,
                yes.get(0).at().isBefore(no.get(0).at())
                        ? yes.get(0).at()
                        : no.get(0).at());
    }

    private static LocalDate last(List<Telling> tellings) {
        return tellings.get(tellings.size() - 1).day();
    }

    private static String told(List<Telling> tellings) {
        return "%s (%s)".formatted(tellings.get(0).outlet(), tellings.get(0).day());
    }

    private static Side side(String value, List<Telling> tellings) {
        return new Side(
                value, tellings.stream().map(Telling::evidence).distinct().toList());
    }

    /** In the order of their days. */
    private static List<Telling> tellings(Handle handle, Collection<UUID> proposals) {
        List<Telling> tellings = new ArrayList<>();
        handle
                .createQuery("""
                        select distinct on (b.proposal_id, r.id) b.proposal_id, r.id, r.statement_id, r.article_id, r.content, r.act, r.negated, r.sort_at,
                            coalesce(r.stated_on, cast(r.sort_at at time zone 'UTC' as date)) as day, coalesce(o.name, 'no outlet named') as outlet
                        from reading_about b join reading r on r.id = b.reading_id left join outlet o on o.id = r.outlet_id
                        where b.superseded_at is null and r.superseded_at is null and r.content ~* :hint
                            and b.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                            and not exists (select from review_decision d where d.kind = 'STATEMENT' and d.subject = r.statement_id
                                and d.verdict = 'REJECT' and d.superseded_at is null)""")
                .bind("hint", HINT)
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> {
                    String content = row.getString("content");
                    boolean denied =
                            row.getBoolean("negated") || Rows.name(row, "act", SpeechAct.class) == SpeechAct.DENY;
                    for (Status status : Status.values()) {
                        Boolean holds = holds(content, status, denied);
                        if (holds != null) {
                            return new Telling(
                                    Rows.uuid(row, "proposal_id"),
                                    status,
                                    holds,
                                    row.getObject("day", LocalDate.class),
                                    Rows.instant(row, "sort_at"),
                                    row.getString("outlet"),
                                    Evidence.ofReading(
                                            Rows.uuid(row, "statement_id"),
                                            Rows.uuid(row, "article_id"),
                                            Rows.uuid(row, "id")));
                        }
                    }
                    return null;
                })
                .stream()
                .filter(telling -> telling != null)
                .forEach(tellings::add);
        handle.createQuery("""
                        select g.proposal_id, s.id, s.article_id, coalesce(a.published_at, s.known_at) as at,
                            cast(coalesce(a.published_at, s.known_at) at time zone 'UTC' as date) as day, coalesce(o.name, 'no outlet named') as outlet
                        from meaning g join assertion s on s.mention_id = g.mention_id and s.superseded_at is null
                            and s.field = 'status' and s.value = 'withdrawn'
                        join article a on a.id = s.article_id left join outlet o on o.id = a.outlet_id
                        where g.superseded_at is null and g.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(proposals))
                .map((row, context) -> new Telling(
                        Rows.uuid(row, "proposal_id"),
                        Status.WITHDRAWN,
                        true,
                        row.getObject("day", LocalDate.class),
                        Rows.instant(row, "at"),
                        row.getString("outlet"),
                        new Evidence(null, Rows.uuid(row, "article_id"), null, Rows.uuid(row, "id"), null)))
                .forEach(tellings::add);
        tellings.sort(
                Comparator.comparing(Telling::day).thenComparing(Telling::at).thenComparing(Telling::outlet));
        return tellings;
    }

    /** Whether the words tell that the status holds, or that it does not; null where they tell neither. */
    static Boolean holds(String content, Status status, boolean denied) {
        Matcher words = status.words.matcher(content);
        if (!words.find()) {
            return null;
        }
        String before = content.substring(0, words.start());
        String clause = before.substring(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
        if (OPEN.matcher(clause).find()) {
            return null;
        }
        return NEGATION.matcher(clause).find() == denied;
    }
}
