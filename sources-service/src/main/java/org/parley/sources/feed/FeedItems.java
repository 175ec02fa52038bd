package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.feed.FeedContent.Item;

/** The entries of feeds, each kept once by all that it says, and waiting until its article is stored. */
@ApplicationScoped
class FeedItems {

    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    FeedItems(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** An entry that is claimed; {@code attempts} counts this one. */
    @SuppressWarnings("ArrayRecordComponent") // worked on, never compared
    record Waiting(
            UUID feed,
            byte[] digest,
            Item item,
            int attempts,
            String outlet,
            boolean fetchPages,
            List<String> include,
            List<String> exclude) {}

    /** Adds those that were not seen before, within the caller's transaction, and says how many they are. */
    int add(UUID feed, List<Item> items) {
        if (items.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Map<String, String> byDigest = new LinkedHashMap<>();
        for (Item item : items) {
            String content = written(item);
            byDigest.put(digest(content), content);
        }
        // In one order, so that two polls that should not run together wait for each other instead of blocking.
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into feed_item (feed_id, digest, content, state, attempts, due_at, first_seen_at)
                        select :feed, decode(digest, 'hex'), cast(content as json), 'PENDING', 0, :now, :now
                        from unnest(cast(:digests as text[]), cast(:contents as text[])) as entry(digest, content)
                        order by digest on conflict do nothing""")
                .bind("feed", feed)
                .bindArray("digests", String.class, List.copyOf(byDigest.keySet()))
                .bindArray("contents", String.class, List.copyOf(byDigest.values()))
                .bind("now", now)
                .execute());
    }

    /** Takes entries that are due; nobody else gets them for some minutes. */
    List<Waiting> claim(UUID feed, int most) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with taken as (
                            update feed_item set attempts = attempts + 1, due_at = :until
                            where (feed_id, digest) in (
                                select feed_id, digest from feed_item
                                where state = 'PENDING' and due_at <= :now and (cast(:feed as uuid) is null or feed_id = cast(:feed as uuid))
                                order by due_at limit :most for update skip locked)
                            returning *)
                        select t.feed_id, t.digest, t.content, t.attempts, o.name, f.fetch_pages, f.include, f.exclude
                        from taken t join feed f on f.id = t.feed_id join outlet o on o.id = f.outlet_id
                        order by t.first_seen_at""")
                .bind("now", now)
                .bind("until", now.plus(CLAIM))
                .bindByType("feed", feed, UUID.class)
                .bind("most", most)
                .map((row, context) -> new Waiting(
                        row.getObject("feed_id", UUID.class),
                        row.getBytes("digest"),
                        read(row.getString("content")),
                        row.getInt("attempts"),
                        row.getString("name"),
                        row.getBoolean("fetch_pages"),
                        List.of((String[]) row.getArray("include").getArray()),
                        List.of((String[]) row.getArray("exclude").getArray())))
                .list());
    }

    /** Marks an entry as done, with its article. */
    void done(Waiting waiting, UUID article, boolean stored) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update feed_item set state = 'DONE', article_id = :article, content = null, problem = null
                            where feed_id = :feed and digest = :digest""")
                    .bind("article", article)
                    .bind("feed", waiting.feed())
                    .bind("digest", waiting.digest())
                    .execute();
            if (stored) {
                handle.createUpdate("update feed set articles_stored = articles_stored + 1 where id = :feed")
                        .bind("feed", waiting.feed())
                        .execute();
            }
        });
    }

    /** Marks an entry as {@code SKIPPED} or {@code FAILED}, or to be tried again at a time. */
    void put(Waiting waiting, String state, String problem, Instant due) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update feed_item set state = :state, problem = :problem, due_at = coalesce(:due, due_at)
                        where feed_id = :feed and digest = :digest""")
                .bind("state", state)
                .bind("problem", problem)
                .bindByType("due", due, Instant.class)
                .bind("feed", waiting.feed())
                .bind("digest", waiting.digest())
                .execute());
    }

    /** Lets an entry wait that was claimed and not tried. */
    void untried(Waiting waiting, Instant due) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update feed_item set attempts = attempts - 1, due_at = :due
                        where feed_id = :feed and digest = :digest""")
                .bind("due", due)
                .bind("feed", waiting.feed())
                .bind("digest", waiting.digest())
                .execute());
    }

    private String written(Item item) {
        try {
            return json.writeValueAsString(item).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an entry cannot be written as JSON", e);
        }
    }

    private Item read(String content) {
        try {
            return json.readValue(content, Item.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }

    private static String digest(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
