package org.parley.sources.duplicate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.parley.kit.runtime.Columns;
import org.parley.sources.article.ArticleMarks;
import org.parley.sources.duplicate.Comparison.Side;

/**
 * Compares stored articles with those that may say the same. Nothing is deleted or merged: pairs are linked, with how
 * alike they are, and copies of agency text are marked, so that nobody counts them as independent reports.
 */
@ApplicationScoped
class DuplicateFinder {

    private static final Logger LOG = Logger.getLogger(DuplicateFinder.class);
    private static final int AT_A_TIME = 100;
    private static final int MOST_CANDIDATES = 200;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int MOST_ATTEMPTS = 5;

    private static final String TEXTS = """
            select a.id, left(v.text, %d) as text, a.byline, o.name, o.kind, a.text_sha256,
                   (a.origin is not null or 'WIRE_COPY' = any(a.flags)
                    or exists (select 1 from article_link l where l.article_id = a.id)) as marked
            from article a
            join article_version v on v.article_id = a.id and v.number = a.version
            left join outlet o on o.id = a.outlet_id where a.id = any(:ids)""".formatted(MOST_CHARACTERS);

    private final Jdbi jdbi;
    private final Agencies agencies;
    private final ArticleMarks marks;
    private final Clock clock;

    DuplicateFinder(Jdbi jdbi, Agencies agencies, ArticleMarks marks, Clock clock) {
        this.jdbi = jdbi;
        this.agencies = agencies;
        this.marks = marks;
        this.clock = clock;
    }

    /** {@code marked}: it has links, an origin or the flag, which may have to go. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    private record Text(Side side, byte[] sha256, boolean marked) {}

    private record Claimed(UUID article, int attempts) {}

    /** Compares some that wait, and says how many. One that cannot be compared keeps no other from it. */
    int some() {
        List<Claimed> claimed = claim();
        if (claimed.isEmpty()) {
            return 0;
        }
        agencies.refresh();
        List<UUID> fresh = claimed.stream()
                .filter(one -> one.attempts() == 1)
                .map(Claimed::article)
                .toList();
        try {
            compare(jdbi.withHandle(handle -> texts(handle, fresh)));
        } catch (RuntimeException e) {
            LOG.infof("Articles cannot be compared together, so one by one: %s", e.getMessage());
            fresh.forEach(article -> alone(new Claimed(article, 1)));
        }
        claimed.stream().filter(one -> one.attempts() > 1).forEach(this::alone);
        return claimed.size();
    }

    private void alone(Claimed one) {
        try {
            compare(jdbi.withHandle(handle -> texts(handle, List.of(one.article()))));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Article %s cannot be compared with others", one.article());
            boolean hope = one.attempts() < MOST_ATTEMPTS;
            Instant again = clock.instant().plus(CLAIM.multipliedBy(one.attempts()));
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                            update duplicate_backlog
                            set problem = 'cannot be compared; the log of the service says why',
                                claimed_until = coalesce(cast(:again as timestamptz), 'infinity')
                            where article_id = :id""")
                            .bindByType("again", hope ? again : null, Instant.class)
                            .bind("id", one.article())
                            .execute()));
        }
    }

    private List<Claimed> claim() {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        update duplicate_backlog set claimed_until = :until, attempts = attempts + 1 where article_id in (
                            select article_id from duplicate_backlog where claimed_until <= :now
                            order by article_id limit :most for update skip locked)
                        returning article_id, attempts""")
                        .bind("now", now)
                        .bind("until", now.plus(CLAIM))
                        .bind("most", AT_A_TIME)
                        .map((row, context) ->
                                new Claimed(row.getObject("article_id", UUID.class), row.getInt("attempts")))
                        .list()));
    }

    /** Most articles are like no other; only for the rest is there a transaction each. */
    private void compare(Map<UUID, Text> texts) {
        if (texts.isEmpty()) {
            return;
        }
        // Written first, so that two of the same lot find each other.
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> writeSketches(handle, texts)));
        Map<UUID, List<UUID>> candidates = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> candidates(handle, texts.keySet())));
        Map<UUID, Text> others = jdbi.withHandle(handle -> texts(
                handle,
                candidates.values().stream().flatMap(List::stream).distinct().toList()));
        List<Text> plain = new ArrayList<>();
        texts.forEach((id, text) -> {
            List<Comparison> near = candidates.getOrDefault(id, List.of()).stream()
                    .map(others::get)
                    .filter(Objects::nonNull)
                    .map(other -> Comparison.of(text.side(), other.side()))
                    .filter(Comparison::isNear)
                    .toList();
            if (near.isEmpty() && !text.marked() && text.side().credit().agency() == null) {
                plain.add(text);
            } else {
                QuarkusTransaction.requiringNew().run(() -> store(text, near));
            }
        });
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> forget(handle, plain)));
    }

    private static void writeSketches(Handle handle, Map<UUID, Text> texts) {
        Update update = handle.createUpdate("""
                insert into article_sketch (article_id, text_sha256, bands)
                select id, sha256, cast(bands as bigint[]) from unnest(:ids, :sha256s, :bands) as fresh (id, sha256, bands)
                on conflict (article_id) do update set text_sha256 = excluded.text_sha256, bands = excluded.bands""");
        new Columns<>(update, texts.values())
                .uuids("ids", text -> text.side().id())
                .bytes("sha256s", Text::sha256)
                .texts("bands", text -> arrayOf(text.side().bands()));
        update.execute();
    }

    private static Map<UUID, List<UUID>> candidates(Handle handle, Collection<UUID> ids) {
        Map<UUID, List<UUID>> found = new LinkedHashMap<>();
        // The planner takes comparing arrays for free, and would rather compare with every article than use the index.
        handle.execute("set local enable_seqscan = off");
        handle.createQuery("""
                        select s.article_id, other.article_id as other_id from article_sketch s
                        cross join lateral (
                            select o.article_id from article_sketch o
                            where o.bands && s.bands and o.article_id <> s.article_id limit :most) other
                        where s.article_id = any(:ids) and cardinality(s.bands) > 0""")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .bind("most", MOST_CANDIDATES)
                .map((row, context) -> found.computeIfAbsent(
                                row.getObject("article_id", UUID.class), id -> new ArrayList<>())
                        .add(row.getObject("other_id", UUID.class)))
                .list();
        return found;
    }

    /** Takes those off the backlog whose text is still the one that was compared. */
    private static void forget(Handle handle, List<Text> texts) {
        Update update = handle.createUpdate("""
                delete from duplicate_backlog b using unnest(:ids, :sha256s) as done (id, sha256), article a
                where b.article_id = done.id and a.id = done.id and a.text_sha256 = done.sha256""");
        new Columns<>(update, texts).uuids("ids", text -> text.side().id()).bytes("sha256s", Text::sha256);
        update.execute();
    }

    private void store(Text text, List<Comparison> near) {
        UUID id = text.side().id();
        Set<UUID> touched = new LinkedHashSet<>(List.of(id));
        touched.addAll(linked(id));
        near.forEach(comparison -> touched.add(comparison.other().id()));
        marks.lock(touched);
        jdbi.useHandle(handle -> {
            if (!same(handle, text)) {
                // A new version came meanwhile: it waits in the backlog itself.
                return;
            }
            handle.execute("delete from article_link where article_id = ? or other_id = ?", id, id);
            for (Comparison comparison : near) {
                link(handle, comparison, comparison.one(), comparison.other());
                link(handle, comparison, comparison.other(), comparison.one());
            }
            for (UUID other : touched) {
                boolean copy = handle.createQuery(
                                "select exists (select 1 from article_link where article_id = :id and copy)")
                        .bind("id", other)
                        .mapTo(Boolean.class)
                        .one();
                String origin = other.equals(id)
                        ? text.side().credit().agency()
                        : handle.createQuery("select origin from article where id = :id")
                                .bind("id", other)
                                .mapTo(String.class)
                                .findOne()
                                .orElse(null);
                marks.mark(handle, other, copy, origin);
            }
            handle.execute("delete from duplicate_backlog where article_id = ?", id);
        });
    }

    private static void link(Handle handle, Comparison comparison, Side from, Side to) {
        handle.createUpdate("""
                        insert into article_link (article_id, other_id, kind, similarity, agency, copy)
                        values (:from, :to, :kind, :similarity, :agency, :copy)""")
                .bind("from", from.id())
                .bind("to", to.id())
                .bind("kind", comparison.kind())
                .bind("similarity", Math.round(comparison.similarity() * 1000) / 1000.0)
                .bind("agency", comparison.isWireCopy() ? comparison.agencyName() : null)
                .bind("copy", comparison.isCopy(from))
                .execute();
    }

    private List<UUID> linked(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select other_id from article_link where article_id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list());
    }

    private static boolean same(Handle handle, Text text) {
        return handle.createQuery("select text_sha256 from article where id = :id")
                .bind("id", text.side().id())
                .mapTo(byte[].class)
                .findOne()
                .filter(sha256 -> Arrays.equals(sha256, text.sha256()))
                .isPresent();
    }

    private Map<UUID, Text> texts(Handle handle, List<UUID> ids) {
        Map<UUID, Text> texts = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(TEXTS)
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> text(row))
                    .forEach(text -> texts.put(text.side().id(), text));
        }
        return texts;
    }

    private Text text(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return new Text(
                new Side(
                        row.getObject("id", UUID.class),
                        Shingles.of(text),
                        agencies.creditOf(text, row.getString("byline")),
                        row.getString("name"),
                        "AGENCY".equals(row.getString("kind"))),
                row.getBytes("text_sha256"),
                row.getBoolean("marked"));
    }

    private static String arrayOf(long[] bands) {
        return Arrays.toString(bands).replace('[', '{').replace(']', '}');
    }
}
