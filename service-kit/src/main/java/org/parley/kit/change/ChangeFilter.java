package org.parley.kit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which changes a follower wants.
 *
 * @param types of these types; empty for all
 * @param about that speak of at least one id of each of these groups
 * @param origins only those by which {@code originCount} came to be at least this, which it was not before; 0 for any
 */
public record ChangeFilter(Set<String> types, List<Set<UUID>> about, int origins) {

    /** Every change. */
    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), List.of(), 0);

    /** Whether an event of the outbox {@code o} reaches a number of origins; what has no such member never does. */
    public static final String REACHES = """
            (cast(o.data->'after'->>'originCount' as int) >= %1$s
                and coalesce(cast(o.data->'before'->>'originCount' as int), 0) < %1$s)""";

    private static final Pattern ORIGINS = Pattern.compile("\"originCount\":(\\d+)");
    private static final Pattern ID =
            Pattern.compile("\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    /** The filter; groups without ids do not count. */
    public static ChangeFilter of(Set<String> types, List<Set<UUID>> about, int origins) {
        return new ChangeFilter(
                types, about.stream().filter(group -> !group.isEmpty()).toList(), origins);
    }

    boolean isAll() {
        return types.isEmpty() && about.isEmpty() && origins == 0;
    }

    boolean takes(CloudEvent event, Set<UUID> ids) {
        return (types.isEmpty() || types.contains(event.type()))
                && about.stream().allMatch(group -> group.stream().anyMatch(ids::contains))
                && (origins == 0 || reaches(event.data()));
    }

    /** What was before stands before what is after, and an utterance that was not there had no origin. */
    private boolean reaches(String data) {
        int before = 0;
        int after = 0;
        for (Matcher count = ORIGINS.matcher(data); count.find(); ) {
            before = after;
            after = Integer.parseInt(count.group(1));
        }
        return after >= origins && before < origins;
    }

    /** Every id in the data of a change: of the row itself and of all that it names, before and after. */
    static Set<UUID> idsIn(String data) {
        List<UUID> ids = new ArrayList<>();
        for (Matcher id = ID.matcher(data); id.find(); ) {
            ids.add(UUID.fromString(id.group(1)));
        }
        return Set.copyOf(ids);
    }
}
