package org.parley.events.actor;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * Finds for the speakers of an article the actors they are, and enters those that are new.
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
    private final UUID article;
    private final Instant now;

    /** @param now when what is entered is known from */
    public ActorBook(Handle handle, UUID article, Instant now) {
        this.handle = handle;
        this.article = article;
        this.now = now;
    }

    /** For each speaker its actor, entered where it is new, with every name the article prints. */
    public Map<Speaker, UUID> resolve(Collection<Speaker> speakers) {
        Map<Speaker, ActorKey> keys = new LinkedHashMap<>();
        speakers.forEach(speaker -> keys.put(speaker, ActorKey.of(speaker.kind(), speaker.name(), article)));
        Map<String, Known> known = known(keys.values());
        becomeStates(keys, known);
        Map<String, UUID> actors = new HashMap<>();
        known.forEach((key, actor) -> actors.put(key, actor.id()));
        List<ActorRow> newActors = new ArrayList<>();
        List<KeyRow> newKeys = new ArrayList<>();
        keys.forEach((speaker, key) -> actors.computeIfAbsent(key.key(), absent -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            newActors.add(new ActorRow(id, speaker.kind(), speaker.name(), key.article(), now));
            newKeys.add(new KeyRow(absent, id, now));
            return id;
        }));
        Rows.insert(handle, "actor", newActors);
        Rows.insert(handle, "actor_key", newKeys);
        Map<Speaker, UUID> resolved = new LinkedHashMap<>();
        keys.forEach((speaker, key) -> resolved.put(speaker, actors.get(key.key())));
        enterAliases(resolved);
        return resolved;
    }

    /** Enters the roles that the speakers are printed with, each once for an article. */
    public void enterRoles(Map<Speaker, UUID> actors, String text, int version) {
        Set<String> known = new HashSet<>(handle.createQuery("""
                        select actor_id || lower(role) from actor_role
                        where article_id = :article and superseded_at is null""")
                .bind("article", article)
                .mapTo(String.class)
                .list());
        List<RoleRow> roles = new ArrayList<>();
        actors.forEach((speaker, actor) -> {
            if (speaker.role() != null
                    && speaker.roleSpan() != null
                    && known.add(actor + speaker.role().toLowerCase(Locale.ROOT))) {
                Receipt receipt = Receipt.of(text, speaker.roleSpan());
                roles.add(new RoleRow(
                        UuidCreator.getTimeOrderedEpoch(), actor, speaker.role(), article, version, receipt, now));
            }
        });
        Rows.insert(handle, "actor_role", roles);
    }

    /** What one article takes for a state is one, whatever articles before took it for. */
    private void becomeStates(Map<Speaker, ActorKey> keys, Map<String, Known> known) {
        List<UUID> states = new ArrayList<>();
        keys.forEach((speaker, key) -> {
            Known actor = known.get(key.key());
            if (speaker.kind() == Speaker.Kind.STATE && actor != null && actor.kind() == Speaker.Kind.ORGANISATION) {
                states.add(actor.id());
            }
        });
        if (!states.isEmpty()) {
            handle.createUpdate(
                            "update actor set kind = 'STATE' where id = any(cast(string_to_array(:ids, ',') as uuid[]))")
                    .bind("ids", Rows.list(states))
                    .execute();
        }
    }

    private Map<String, Known> known(Collection<ActorKey> keys) {
        Map<String, Known> actors = new HashMap<>();
        handle.createQuery("""
                        select k.key, k.actor_id, a.kind from actor_key k join actor a on a.id = k.actor_id
                        where k.key in (select jsonb_array_elements_text(cast(:keys as jsonb)))""")
                .bind("keys", Json.write(keys.stream().map(ActorKey::key).toList()))
                .map((row, context) -> actors.put(
                        row.getString("key"),
                        new Known(Rows.uuid(row, "actor_id"), Rows.name(row, "kind", Speaker.Kind.class))))
                .list();
        // Not what a merge made of it: rows stay under the actor they were read as, so that a merge can be taken back.
        return actors;
    }

    private void enterAliases(Map<Speaker, UUID> actors) {
        Set<AliasRow> aliases = new HashSet<>();
        actors.forEach((speaker, actor) -> {
            aliases.add(alias(actor, speaker.name()));
            speaker.aliases().forEach(alias -> aliases.add(alias(actor, alias)));
        });
        if (!aliases.isEmpty()) {
            handle.createUpdate("insert into actor_alias " + Rows.from("actor_alias") + " on conflict do nothing")
                    .bind("rows", Json.write(aliases))
                    .execute();
        }
    }

    private AliasRow alias(UUID actor, String alias) {
        return new AliasRow(actor, alias, Names.normalised(alias), now);
    }
}
