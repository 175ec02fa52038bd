package org.parley.events.conflict;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private record Topic(UUID holder, UUID proposal) {}

    private record Printed(UUID reading, UUID article, String outlet) {}

    /** What was looked at, and what was found there. */
    record Outcome(List<String> scopes, List<Found> found) {}

    private Stances() {}

    /** The conflicts between stances of the holders that these statements are of, toward the proposals they speak of. */
    static Outcome of(Handle handle, Collection<UUID> statements) {
        Set<UUID> proposals = ids(
                handle,
                "select distinct b.proposal_id from reading r join reading_about b on b.reading_id = r.id"
                        + " where r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))",
                statements);
        Set<UUID> speakers = ids(
                handle,
                "select distinct s.actor_id from reading r join reading_speaker s on s.reading_id = r.id"
                        + " where r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))",
                statements);
        if (proposals.isEmpty() || speakers.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        Set<UUID> allSpeakers = Redirects.all(handle, speakers);
        Set<UUID> allProposals = Redirects.all(handle, proposals);
        Map<Topic, List<Expressed>> topics = new StanceRows(handle, null)
                        .read(
                                LocalDate.of(9999, 1, 1),
                                Map.of(
                                        "s.actor_id = any(cast(string_to_array(:speakers, ',') as uuid[]))",
                                                Rows.list(allSpeakers),
                                        "b.proposal_id = any(cast(string_to_array(:proposals, ',') as uuid[]))",
                                                Rows.list(allProposals)))
                        .stream()
                        .collect(Collectors.groupingBy(
                                each -> new Topic(each.holder(), each.proposal()),
                                LinkedHashMap::new,
                                Collectors.toList()));
        List<Found> found = new ArrayList<>();
        topics.forEach((topic, expressed) -> conflict(handle, topic, expressed).ifPresent(found::add));
        List<String> scopes = new ArrayList<>();
        Redirects.resolve(handle, allSpeakers).values().stream()
                .distinct()
                .forEach(holder -> Redirects.resolve(handle, allProposals)
                        .values()
                        .forEach(proposal -> scopes.add(scope(new Topic(holder, proposal)))));
        found.forEach(each -> scopes.add(each.scope()));
        return new Outcome(scopes, found);
    }

    private static Optional<Found> conflict(Handle handle, Topic topic, List<Expressed> expressed) {
        List<Expressed> yes = side(expressed, FOR);
        List<Expressed> no = side(expressed, AGAINST);
        if (yes.isEmpty() || no.isEmpty()) {
            return Optional.empty();
        }
        boolean yesFirst = yes.get(0).day().isBefore(no.get(0).day());
        List<Expressed> first = yesFirst ? yes : no;
        List<Expressed> second = yesFirst ? no : yes;
        Map<UUID, Printed> printed = printed(handle, expressed);
        ConflictResolution resolution = resolution(first, second);
        return Optional.of(new Found(
                "STANCE " + topic.holder() + " " + topic.proposal(),
                scope(topic),
                ConflictKind.STANCE,
                resolution,
                explanation(first, second, resolution, printed),
                List.of(side(first, printed), side(second, printed)),
                null,
                topic.proposal(),
                topic.holder(),
                first.get(0).day().atStartOfDay().toInstant(ZoneOffset.UTC)));
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

    private static Set<UUID> ids(Handle handle, String sql, Collection<UUID> statements) {
        return handle.createQuery(sql)
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .set();
    }

    private static Map<UUID, Printed> printed(Handle handle, List<Expressed> expressed) {
        Map<UUID, Printed> printed = new LinkedHashMap<>();
        handle.createQuery("""
                        select r.statement_id, r.id, r.article_id, coalesce(o.name, 'no outlet named') as outlet
                        from reading r left join outlet o on o.id = r.outlet_id
                        where r.superseded_at is null and r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind(
                        "ids",
                        Rows.list(expressed.stream().map(Expressed::statement).toList()))
                .map((row, context) -> printed.put(
                        Rows.uuid(row, "statement_id"),
                        new Printed(Rows.uuid(row, "id"), Rows.uuid(row, "article_id"), row.getString("outlet"))))
                .list();
        return printed;
    }
}
