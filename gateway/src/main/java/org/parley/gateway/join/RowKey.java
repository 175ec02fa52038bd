package org.parley.gateway.join;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A row that is wanted, and what of it.
 *
 * @param members as the service names them
 */
record RowKey(String id, Set<String> members) {

    /** A request asks for few members of the same row, and for many rows. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key
                && id.equals(key.id)
                && (members == key.members || members.equals(key.members));
    }

    /** What has to be read of all of them, so that one call serves each. */
    static Set<String> members(Collection<RowKey> keys) {
        Set<String> all = new TreeSet<>();
        keys.forEach(key -> all.addAll(key.members()));
        return all;
    }

    static Set<String> ids(Collection<RowKey> keys) {
        return keys.stream().map(RowKey::id).collect(Collectors.toSet());
    }

    /** The rows by what asked for them. */
    static <V> Map<RowKey, V> rows(Collection<RowKey> keys, Map<String, V> byId) {
        return keys.stream()
                .filter(key -> byId.containsKey(key.id()))
                .collect(Collectors.toMap(key -> key, key -> byId.get(key.id())));
    }
}
