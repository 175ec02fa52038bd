package org.parley.events.conflict;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.position.Expressed;
import org.parley.events.position.StanceRows;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;
import org.parley.extraction.StanceValue;

/**
 * Finds where one holder is said to be for a proposal and against it, by words or by what articles tell of it in their own voice; or where
 * somebody says that it took a side and it denies that. Not having said anything is neither.
 */
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

    /**
     * The conflicts on the topics of these statements, and of what articles tell in their own voice: whose stance, toward what.
     *
     * @param proposals on which an article has just told somebody's stance in its own voice, or taken it back
     */
    static Outcome of(Handle handle, Collection<UUID> statements, Collection<UUID> proposals) {
        Set<Topic> topics = new LinkedHashSet<>(before(handle, statements));
        StanceRows rows = new StanceRows(handle, null);
        rows.read(
                        LAST_DAY,
                        Map.of(
                                "r.statement_id = any(cast(string_to_array(:statements, ',') as uuid[]))",
                                Rows.list(statements)))
                .forEach(each -> topics.addAll(topics(each)));
        List<ToldStances.Telling> told = ToldStances.of(handle, proposals);
        told.forEach(each -> topics.add(new Topic(each.holder(), each.proposal())));
        if (topics.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        Set<UUID> holders =
                Redirects.all(handle, topics.stream().map(Topic::holder).toList());
        Set<UUID> about =
                Redirects.all(handle, topics.stream().map(Topic::proposal).toList());
        Map<Topic, List<Voice>> voices = new LinkedHashMap<>();
        rows.read(
                        LAST_DAY,
                        Map.of(
                                "s.actor_id = any(cast(string_to_array(:speakers, ',') as uuid[]))",
                                Rows.list(holders),
                                "b.proposal_id = any(cast(string_to_array(:proposals, ',') as uuid[]))",
                                Rows.list(about)))
                .forEach(each -> topics(each).stream()
                        .filter(topics::contains)
                        .forEach(topic -> voices.computeIfAbsent(topic, none -> new ArrayList<>())
                                .add(Voice.of(each, topic.holder()))));
        ToldStances.of(handle, about)
                .forEach(each -> voices.computeIfAbsent(
                                new Topic(each.holder(), each.proposal()), none -> new ArrayList<>())
                        .add(Voice.of(each)));
        Map<Topic, List<List<Voice>>> divided = new LinkedHashMap<>();
        voices.forEach((topic, all) -> sides(all).ifPresent(sides -> divided.put(topic, sides)));
        Map<UUID, Printed> printed = printed(
                handle,
                divided.values().stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .map(Voice::statement)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<Found> found = new ArrayList<>();
        divided.forEach((topic, sides) -> apart(sides, printed)
                .ifPresent(apart -> found.add(conflict(topic, apart.get(0), apart.get(1), printed))));
        return new Outcome(topics.stream().map(Stances::scope).toList(), found);
    }

    /** Somebody's own stance; and where they deny one, their party's, of which others may say otherwise. */
    private static Set<Topic> topics(Expressed each) {
        Set<Topic> topics = new LinkedHashSet<>(Set.of(new Topic(each.holder(), each.proposal())));
        if (!each.denies().isEmpty() && each.party() != null && each.claimedBy() == null) {
            topics.add(new Topic(each.party(), each.proposal()));
        }
        return topics;
    }

    /** Those for and those against; or those by whom others say it took a side, and those who deny that. */
    private static Optional<List<List<Voice>>> sides(List<Voice> all) {
        for (Set<StanceValue> values : List.of(AGAINST, FOR)) {
            List<Voice> said = in(all, voice -> voice.told() && values.contains(voice.stance()));
            List<Voice> denied = in(all, voice -> voice.denies().stream().anyMatch(values::contains));
            if (!said.isEmpty() && !denied.isEmpty()) {
                return Optional.of(List.of(said, denied));
            }
        }
        List<Voice> yes = in(all, voice -> voice.own() && FOR.contains(voice.stance()));
        List<Voice> no = in(all, voice -> voice.own() && AGAINST.contains(voice.stance()));
        return yes.isEmpty() || no.isEmpty() ? Optional.empty() : Optional.of(List.of(yes, no));
    }

    /**
     * Without what the holder says for and against in one article: taking the one and refusing the other is weighing, not
     * contradiction. It still counts where it is all that a side has.
     */
    private static Optional<List<List<Voice>>> apart(List<List<Voice>> sides, Map<UUID, Printed> printed) {
        Set<UUID> weighing = ownArticles(sides.get(0), printed);
        weighing.retainAll(ownArticles(sides.get(1), printed));
        List<List<Voice>> apart = sides.stream()
                .map(side -> in(
                        side,
                        voice -> !isOwnWords(voice)
                                || !weighing.contains(
                                        printed.get(voice.statement()).article())))
                .toList();
        if (apart.stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                apart.get(0).isEmpty() ? sides.get(0) : apart.get(0),
                apart.get(1).isEmpty() ? sides.get(1) : apart.get(1)));
    }

    private static Set<UUID> ownArticles(List<Voice> side, Map<UUID, Printed> printed) {
        return side.stream()
                .filter(Stances::isOwnWords)
                .map(voice -> printed.get(voice.statement()).article())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isOwnWords(Voice voice) {
        return voice.statement() != null && voice.own() && !voice.told();
    }

    private static List<Voice> in(List<Voice> all, Predicate<Voice> which) {
        return all.stream().filter(which).sorted(Voice.ORDER).toList();
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

    private static Found conflict(Topic topic, List<Voice> one, List<Voice> other, Map<UUID, Printed> printed) {
        boolean oneFirst = !other.get(0).day().isBefore(one.get(0).day());
        List<Voice> first = oneFirst ? one : other;
        List<Voice> second = oneFirst ? other : one;
        boolean denial = Stream.concat(one.stream(), other.stream()).anyMatch(voice -> !voice.own());
        ConflictResolution resolution = denial ? denied(one, other) : resolution(first, second);
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

    /** A denial is of the time before it, whatever version is meant: only what came after the last one takes its place. */
    private static ConflictResolution denied(List<Voice> said, List<Voice> denied) {
        return last(denied).isBefore(said.get(0).day())
                ? ConflictResolution.SUPERSEDED_IN_TIME
                : ConflictResolution.OPEN;
    }

    private static ConflictResolution resolution(List<Voice> first, List<Voice> second) {
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
            List<Voice> first, List<Voice> second, ConflictResolution resolution, Map<UUID, Printed> printed) {
        String how = switch (resolution) {
            case SUPERSEDED_IN_TIME -> "; the later one takes the place of the earlier";
            case DIFFERENT_VERSION -> "; they mean different versions";
            default -> "; neither is later than the other";
        };
        return told(first, printed) + ", " + told(second, printed) + how + ".";
    }

    private static String told(List<Voice> side, Map<UUID, Printed> printed) {
        Voice one = side.get(0);
        String outlet = one.statement() == null
                ? one.outlet()
                : printed.get(one.statement()).outlet();
        String who = one.statement() == null
                ? ", in its own voice"
                : one.own() && one.told() ? ", claimed by somebody else" : "";
        return "%s on %s (%s%s)".formatted(one.value(), one.day(), outlet, who);
    }

    private static Side side(List<Voice> side, Map<UUID, Printed> printed) {
        return new Side(
                side.get(0).value(),
                side.stream()
                        .map(each -> each.assertion() != null
                                ? each.assertion()
                                : Evidence.ofReading(
                                        each.statement(),
                                        printed.get(each.statement()).article(),
                                        printed.get(each.statement()).reading()))
                        .distinct()
                        .toList());
    }

    private static LocalDate last(List<Voice> side) {
        return side.get(side.size() - 1).day();
    }

    private static Set<UUID> versions(List<Voice> side) {
        return side.stream().map(Voice::version).filter(Objects::nonNull).collect(Collectors.toSet());
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
