package org.parley.events.actor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.Speaker;

/**
 * Finds for the speakers of articles the actors they are, and enters those that are new.
 *
 * <p>Only in a transaction that holds the lock of resolving: two that enter the same actor would exclude each other.
 */
public final class ActorBook {

    private record ActorRow(UUID id, Speaker.Kind kind, String name, UUID articleId, Instant knownAt) {}

    private record KeyRow(String key, UUID actorId, Instant knownAt) {}

    private record Known(UUID id, Speaker.Kind kind) {}

    private record AliasRow(UUID actorId, String alias, String norm, Instant knownAt) {}

    private record RoleRow(
            UUID id, UUID actorId, String role, UUID articleId, int articleVersion, Receipt receipt, Instant knownAt) {}

    private final Handle handle;
    private final Instant now;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<UUID, ActorRow> newActors = new LinkedHashMap<>();
    private final List<KeyRow> newKeys = new ArrayList<>();
    private final Set<AliasRow> aliases = new LinkedHashSet<>();
    private final List<RoleRow> roles = new ArrayList<>();

    /** @param now when what is entered is known from */
    public ActorBook(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** For each speaker of an article its actor, added where it is new, with every name the article prints. */
    public Map<Speaker, UUID> resolve(UUID article, Collection<Speaker> speakers) {
        Map<Speaker, ActorKey> keys = new LinkedHashMap<>();
        speakers.forEach(speaker -> keys.put(speaker, ActorKey.of(speaker.kind(), speaker.name(), article)));
        look(keys.values());
        Map<Speaker, UUID> resolved = new LinkedHashMap<>();
        keys.forEach((speaker, key) -> {
            Known actor = known.computeIfAbsent(key.key(), absent -> add(speaker, key));
            if (speaker.kind() == Speaker.Kind.STATE && actor.kind() == Speaker.Kind.ORGANISATION) {
                becomeState(key, actor.id());
            }
            resolved.put(speaker, actor.id());
            aliases.add(alias(actor.id(), speaker.name()));
            speaker.aliases().forEach(alias -> aliases.add(alias(actor.id(), alias)));
        });
        return resolved;
    }

    /** Adds the roles that the speakers are printed with, each once for an article. */
    public void addRoles(UUID article, Map<Speaker, UUID> actors, String text, int version) {
        Set<String> printed = new HashSet<>(handle.createQuery("""
                        select actor_id || lower(role) from actor_role
                        where article_id = :article and superseded_at is null""")
                .bind("article", article)
                .mapTo(String.class)
                .list());
        actors.forEach((speaker, actor) -> {
            if (speaker.role() != null
                    && speaker.roleSpan() != null
                    && printed.add(actor + speaker.role().toLowerCase(Locale.ROOT))) {
                Receipt receipt = Receipt.of(text, speaker.roleSpan());
                roles.add(new RoleRow(
                        UuidCreator.getTimeOrderedEpoch(), actor, speaker.role(), article, version, receipt, now));
            }
        });
    }

    /** Enters what has been added. */
    public void write() {
        Rows.insert(handle, "actor", newActors.values());
        Rows.insert(handle, "actor_key", newKeys);
        Rows.insertMissing(handle, "actor_alias", aliases);
        Rows.insert(handle, "actor_role", roles);
        newActors.clear();
        newKeys.clear();
        aliases.clear();
        roles.clear();
    }

    private Known add(Speaker speaker, ActorKey key) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        newActors.put(id, new ActorRow(id, speaker.kind(), speaker.name(), key.article(), now));
        newKeys.add(new KeyRow(key.key(), id, now));
        return new Known(id, speaker.kind());
    }

    /** What one article takes for a state is one, whatever articles before took it for. */
    private void becomeState(ActorKey key, UUID actor) {
        known.put(key.key(), new Known(actor, Speaker.Kind.STATE));
        boolean added = newActors.computeIfPresent(
                        actor,
                        (id, row) -> new ActorRow(id, Speaker.Kind.STATE, row.name(), row.articleId(), row.knownAt()))
                != null;
        if (!added) {
            handle.execute("update actor set kind = 'STATE' where id = ?", actor);
        }
    }

    private void look(Collection<ActorKey> keys) {
        List<String> asked = keys.stream()
                .map(ActorKey::key)
                .filter(key -> !known.containsKey(key))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        // Not what a merge made of it: rows stay under the actor they were read as, so that a merge can be taken back.
        handle.createQuery("""
                        select k.key, k.actor_id, a.kind from actor_key k join actor a on a.id = k.actor_id
                        where k.key in (select jsonb_array_elements_text(cast(:keys as jsonb)))""")
                .bind("keys", Json.write(asked))
                .map((row, context) -> known.put(
                        row.getString("key"),
                        new Known(Rows.uuid(row, "actor_id"), Rows.name(row, "kind", Speaker.Kind.class))))
                .list();
    }

    private AliasRow alias(UUID actor, String alias) {
        return new AliasRow(actor, alias, Names.normalised(alias), now);
    }
}
