package org.parley.events.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.Office;
import org.parley.events.conflict.Found.Evidence;
import org.parley.events.conflict.Found.Side;
import org.parley.events.table.Redirects;
import org.parley.events.table.Rows;

/** Finds where one person is given two offices that nobody holds at once, or one after the other. */
final class Roles {

    /** Nobody is two of these at once; an envoy may well be a minister, and a negotiator anything. */
    private static final Set<String> EXCLUSIVE = Set.of("minister", "president", "premier", "chancellor");

    private record Printed(
            UUID actor, Set<String> office, String role, LocalDate day, Instant at, String outlet, Evidence evidence) {}

    private Roles() {}

    static String scope(UUID actor) {
        return "roles of " + actor;
    }

    /** @param actors persons, as they are known now */
    static List<Found> of(Handle handle, Collection<UUID> actors) {
        List<Found> found = new ArrayList<>();
        printed(handle, actors).stream()
                .collect(Collectors.groupingBy(Printed::actor, LinkedHashMap::new, Collectors.toList()))
                .forEach((actor, all) -> {
                    List<List<Printed>> offices = offices(all);
                    if (offices.size() == 2) {
                        conflict(actor, offices.get(0), offices.get(1), found);
                    }
                });
        return found;
    }

    /** What is printed with more words or fewer is one office: "envoy", "special envoy". */
    private static List<List<Printed>> offices(List<Printed> all) {
        List<List<Printed>> offices = new ArrayList<>();
        for (Printed each : all) {
            offices.stream()
                    .filter(office -> office.stream()
                            .anyMatch(other -> other.office().containsAll(each.office())
                                    || each.office().containsAll(other.office())))
                    .findFirst()
                    .ifPresentOrElse(office -> office.add(each), () -> offices.add(new ArrayList<>(List.of(each))));
        }
        return offices;
    }

    /** Both in the order of their days, the one that was printed first in front. */
    private static void conflict(UUID actor, List<Printed> first, List<Printed> second, List<Found> found) {
        boolean changed =
                first.get(first.size() - 1).day().isBefore(second.get(0).day());
        boolean excluded = first.get(0).office().stream().anyMatch(EXCLUSIVE::contains)
                && second.get(0).office().stream().anyMatch(EXCLUSIVE::contains);
        if (changed || excluded) {
            found.add(new Found(
                    "ROLE " + actor,
                    scope(actor),
                    ConflictKind.ROLE,
                    changed ? ConflictResolution.SUPERSEDED_IN_TIME : ConflictResolution.OPEN,
                    "\"%s\" on %s (%s), \"%s\" on %s (%s)%s."
                            .formatted(
                                    first.get(0).role(),
                                    first.get(0).day(),
                                    first.get(0).outlet(),
                                    second.get(0).role(),
                                    second.get(0).day(),
                                    second.get(0).outlet(),
                                    changed
                                            ? "; the later one takes the place of the earlier"
                                            : "; nobody holds both at once"),
                    List.of(side(first), side(second)),
                    null,
                    null,
                    actor,
                    first.get(0).at()));
        }
    }

    private static Side side(List<Printed> office) {
        return new Side(
                office.get(0).role(), office.stream().map(Printed::evidence).toList());
    }

    private static List<Printed> printed(Handle handle, Collection<UUID> actors) {
        Map<UUID, UUID> stored = new LinkedHashMap<>();
        Redirects.groups(handle, actors).forEach((actor, ids) -> ids.forEach(id -> stored.put(id, actor)));
        return handle
                .createQuery("""
                        select s.actor_id, r.id, r.statement_id, r.article_id, r.speaker_role, r.sort_at,
                            coalesce(r.stated_on, cast(r.sort_at at time zone 'UTC' as date)) as day, coalesce(o.name, 'no outlet named') as outlet
                        from reading_speaker s join actor p on p.id = s.actor_id and p.kind = 'PERSON' and (p.article_id is null
                            or exists (select from redirect d where d.from_id = p.id and d.superseded_at is null))
                        join reading r on r.id = s.reading_id and r.superseded_at is null and r.speaker_role is not null
                        left join outlet o on o.id = r.outlet_id
                        where s.actor_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        order by day, r.sort_at, outlet, r.content""")
                .bind("ids", Rows.list(stored.keySet()))
                .map((row, context) -> new Printed(
                        stored.get(Rows.uuid(row, "actor_id")),
                        Office.of(row.getString("speaker_role")),
                        row.getString("speaker_role"),
                        row.getObject("day", LocalDate.class),
                        Rows.instant(row, "sort_at"),
                        row.getString("outlet"),
                        Evidence.ofReading(
                                Rows.uuid(row, "statement_id"), Rows.uuid(row, "article_id"), Rows.uuid(row, "id"))))
                .stream()
                .filter(each -> !each.office().isEmpty())
                .toList();
    }
}
