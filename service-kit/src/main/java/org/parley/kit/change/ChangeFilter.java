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
 */
public record ChangeFilter(Set<String> types, List<Set<UUID>> about) {

    /** Every change. */
    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), List.of());

    private static final Pattern ID =
            Pattern.compile("\"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    /** The filter; groups without ids do not count. */
    public static ChangeFilter of(Set<String> types, List<Set<UUID>> about) {
        return new ChangeFilter(
                types, about.stream().filter(group -> !group.isEmpty()).toList());
    }

    boolean isAll() {
        return types.isEmpty() && about.isEmpty();
    }

    boolean takes(String type, Set<UUID> ids) {
        return (types.isEmpty() || types.contains(type))
                && about.stream().allMatch(group -> group.stream().anyMatch(ids::contains));
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
