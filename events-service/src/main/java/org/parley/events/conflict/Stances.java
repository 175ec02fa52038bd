package org.parley.events.conflict;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.position.Expressed;
import org.parley.events.position.StanceRows;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.StanceValue;

/** Finds where one holder is said to be for a proposal and against it. Not having said anything is neither. */
final class Stances {

    private static final Set<StanceValue> FOR =
            Set.of(StanceValue.SUPPORT, StanceValue.CONDITIONAL_SUPPORT, StanceValue.PARTIAL_ACCEPTANCE);
    private static final Set<StanceValue> AGAINST = Set.of(StanceValue.OPPOSE, StanceValue.SCEPTICAL);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 1, 1);

    private record Topic(UUID holder, UUID proposal) {}

    private record Printed(UUID reading, UUID article, String outlet) {}

    /** What was looked at, and what was found there. */
    record Outcome(List<String> scopes, List<Found> found) {}

    private Stances() {}

    /** The conflicts on the topics of these statements: whose stance they tell, toward what. */
    static Outcome of(Handle handle, Collection<UUID> statements) {
        Set<Topic> topics = new LinkedHashSet<>(before(handle, statements));
        StanceRows rows = new StanceRows(handle, null);
        rows.read(
                        LAST_DAY,
                        Map.of(
                                "r.statement_id = any(cast(string_to_array(:statements, ',') as uuid[]))",
                                Rows.list(statements)))
                .forEach(each -> topics.add(new Topic(each.holder(), each.proposal())));
        if (topics.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        Set<UUID> holders =
                Redirects.all(handle, topics.stream().map(Topic::holder).toList());
        Set<UUID> proposals =
                Redirects.all(handle, topics.stream().map(Topic::proposal).toList());
        Map<Topic, List<Expressed>> expressed = new LinkedHashMap<>();
        rows.read(
                        LAST_DAY,
                        Map.of(
                                "s.actor_id = any(cast(string_to_array(:speakers, ',') as uuid[]))",
                                Rows.list(holders),
                                "b.proposal_id = any(cast(string_to_array(:proposals, ',') as uuid[]))",
                                Rows.list(proposals)))
                .forEach(each -> {
                    Topic topic = new Topic(each.holder(), each.proposal());
                    if (topics.contains(topic)) {
                        expressed
                                .computeIfAbsent(topic, none -> new ArrayList<>())
                                .add(each);
                    }
                });
        Map<Topic, List<Expressed>> divided = new LinkedHashMap<>();
        expressed.forEach((topic, all) -> {
            if (!side(all, FOR).isEmpty() && !side(all, AGAINST).isEmpty()) {
                divided.put(topic, all);
            }
        });
        Map<UUID, Printed> printed = printed(
                handle,
                divided.values().stream()
                        .flatMap(List::stream)
                        .map(Expressed::statement)
                        .collect(Collectors.toSet()));
        List<Found> found = new ArrayList<>();
        divided.forEach((topic, all) -> found.add(conflict(topic, all, printed)));
        return new Outcome(topics.stream().map(Stances::scope).toList(), found);
    }

    /** Of the conflicts that these statements have been part of. */
    private static Set<Topic> before(Handle handle, Collection<UUID> statements) {
        return handle.createQuery("""
                        select distinct current_id(s.speaker_id, null) as holder, current_id(s.proposal_id, null) as proposal
                        from unnest(string_to_array(:ids, ',')) i(id) cross join lateral (
                            select speaker_id, proposal_id from conflict_state where statements @> to_jsonb(i.id)
                                and superseded_at is null and kind = 'STANCE' offset 0) s""")
                .bind("ids", Rows.list(statements))
                .map((row, context) -> new Topic(Rows.uuid(row, "holder"), Rows.uuid(row, "proposal")))
                .set();
    }

    private static Found conflict(Topic topic, List<Expressed> expressed, Map<UUID, Printed> printed) {
        List<Expressed> yes = side(expressed, FOR);
        List<Expressed> no = side(expressed, AGAINST);
        boolean yesFirst = yes.get(0).day().isBefore(no.get(0).day());
        List<Expressed> first = yesFirst ? yes : no;
        List<Expressed> second = yesFirst ? no : yes;
        ConflictResolution resolution = resolution(first, second);
        return new Found(
                "STANCE " + topic.holder() + " " + topic.proposal(),
                scope(topic),
                ConflictKind.STANCE,
                resolution,
                explanation(first, second, resolution, printed),
                List.of(side(first, printed), side(second, printed)),
                null,
                topic.proposal(),
                topic.holder(),
                first.get(0).day().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static ConflictResolution resolution(List<Expressed> first, List<Expressed> second) {
        boolean sameDays = !last(first).isBefore(second.get(0).day());
        if (!sameDays) {
            return ConflictResolution.SUPERSEDED_IN_TIME;
        }
        Set<UUID> mine = versions(first);
        Set<UUID> theirs = versions(second);
        if (!mine.isEmpty() && !theirs.isEmpty() && mine.stream().noneMatch(theirs::contains)) {
            return ConflictResolution.DIFFERENT_VERSION;
        }
        return ConflictResolution.OPEN;
    }

    private static String explanation(
            List<Expressed> first, List<Expressed> second, ConflictResolution resolution, Map<UUID, Printed> printed) {
        String how = switch (resolution) {
            case SUPERSEDED_IN_TIME -> "; the later one takes the place of the earlier";
            case DIFFERENT_VERSION -> "; they mean different versions";
            default -> "; neither is later than the other";
        };
        return told(first, printed) + ", " + told(second, printed) + how + ".";
    }

    private static String told(List<Expressed> side, Map<UUID, Printed> printed) {
        Expressed one = side.get(0);
        return "%s on %s (%s%s)"
                .formatted(
                        one.stance(),
                        one.day(),
                        printed.get(one.statement()).outlet(),
                        one.claimedBy() == null ? "" : ", claimed by somebody else");
    }

    private static Side side(List<Expressed> side, Map<UUID, Printed> printed) {
        return new Side(
                side.get(0).stance().name(),
                side.stream()
                        .map(each -> Evidence.ofReading(
                                each.statement(),
                                printed.get(each.statement()).article(),
                                printed.get(each.statement()).reading()))
                        .distinct()
                        .toList());
    }

    private static List<Expressed> side(List<Expressed> all, Set<StanceValue> values) {
        return all.stream()
                .filter(each -> values.contains(each.stance()))
                .sorted(Comparator.comparing(Expressed::day)
                        .thenComparing(each -> each.statement().toString()))
                .toList();
    }

    private static LocalDate last(List<Expressed> side) {
        return side.get(side.size() - 1).day();
    }

    private static Set<UUID> versions(List<Expressed> side) {
        return side.stream().map(Expressed::version).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static String scope(Topic topic) {
        return "stance of " + topic.holder() + " on " + topic.proposal();
    }

    private static Map<UUID, Printed> printed(Handle handle, Collection<UUID> statements) {
        Map<UUID, Printed> printed = new LinkedHashMap<>();
        handle.createQuery("""
                        select r.statement_id, r.id, r.article_id, coalesce(o.name, 'no outlet named') as outlet
                        from reading r left join outlet o on o.id = r.outlet_id
                        where r.superseded_at is null and r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(statements))
                .map((row, context) -> printed.put(
                        Rows.uuid(row, "statement_id"),
                        new Printed(Rows.uuid(row, "id"), Rows.uuid(row, "article_id"), row.getString("outlet"))))
                .list();
        return printed;
    }
}
