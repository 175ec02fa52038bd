package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.events.article.ArticleCopy;
import org.parley.events.article.ArticleFacts;
import org.parley.events.article.ArticleFacts.OutletFacts;
import org.parley.events.load.Copies;
import org.parley.events.load.GeneratedDossiers;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.testkit.ProcessorTime;

/**
 * What storing an article costs by how many are there already. In full: {@code mvn test -Pload -pl events-service -am
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtest=GrowthTest}, with {@code -Dparley.load.articles=10000} for less.
 */
@ScriptedEventsTest
class GrowthTest {

    private static final int MOST = Integer.getInteger("parley.load.articles", 100_000);
    private static final int TOGETHER = 20;
    private static final Engine ENGINE = Engine.load();

    /** What articles cost, each: processor time, the pages of the database that were looked at, and each statement's milliseconds. */
    private record Cost(double postgres, double service, double pages, double statements, Map<String, Double> sql) {}

    @Inject
    WorkQueue queue;

    @Inject
    ReadingStore store;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private final Map<String, Long> nanos = new HashMap<>();
    private long statements;

    @BeforeEach
    void listen() {
        Articles.noWork(jdbi);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements++;
                nanos.merge(context.getRenderedSql(), context.getElapsedTime(ChronoUnit.NANOS), Long::sum);
            }
        });
    }

    @AfterEach
    void listen_no_more() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    @Test
    void the_sixth_negotiations_take_no_more_statements_and_pages_than_the_second() throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            costs.add(read(new GeneratedDossiers(100 + i, 1)));
        }
        assertThat(costs.get(5).statements()).isLessThan(1.1 * costs.get(1).statements());
        assertThat(costs.get(5).pages()).isLessThan(1.5 * costs.get(1).pages());
    }

    @Test
    @Tag("load")
    void an_article_costs_about_the_same_however_many_are_there() throws Exception {
        // What the server tidies up after so many rows at once is not what an article costs.
        jdbi.useHandle(handle -> {
            handle.execute("alter system set autovacuum = off");
            handle.execute("select pg_reload_conf()");
        });
        // Compilers and caches first; what this reads stays out of the record that is measured.
        read(new GeneratedDossiers(50, 5));
        empty();
        GeneratedDossiers dossiers = new GeneratedDossiers(1, 5);
        read(dossiers);
        Copies copies = new Copies(database, dossiers.invented());
        List<Cost> curve = new ArrayList<>();
        System.out.println(
                "| articles there | PostgreSQL, ms each | service, ms each | pages each | statements each |");
        for (int there = 100; there <= MOST; there *= 10) {
            copies.upTo(there / dossiers.season() - 1);
            Cost cost = read(new GeneratedDossiers(1_000 + there, 5));
            curve.add(cost);
            System.out.printf(
                    "| %,d | %.1f | %.1f | %.0f | %.1f |%n",
                    there, cost.postgres(), cost.service(), cost.pages(), cost.statements());
            grown(curve.get(0).sql(), cost.sql());
        }
        Cost first = curve.get(0);
        Cost last = curve.get(curve.size() - 1);
        assertThat(last.pages()).isLessThan(2 * first.pages());
        assertThat(last.statements()).isLessThan(1.1 * first.statements());
    }

    /** Tells which statements take longer than at first. */
    private static void grown(Map<String, Double> first, Map<String, Double> now) {
        now.entrySet().stream()
                .sorted(Comparator.comparing(entry -> first.getOrDefault(entry.getKey(), 0.0) - entry.getValue()))
                .limit(8)
                .filter(entry -> entry.getValue() - first.getOrDefault(entry.getKey(), 0.0) > 0.2)
                .forEach(entry -> System.out.printf(
                        "    %.2f ms, at first %.2f: %s%n",
                        entry.getValue(),
                        first.getOrDefault(entry.getKey(), 0.0),
                        entry.getKey().strip().replaceAll("\\s+", " ")));
    }

    /** Reads a season of dossiers and stores it, some articles at a time. */
    private Cost read(GeneratedDossiers dossiers) throws Exception {
        int articles = dossiers.season();
        ProcessHandle server = ProcessorTime.server(database);
        Duration before = ProcessorTime.of(server);
        long pages = pages();
        long mine = 0;
        nanos.clear();
        statements = 0;
        for (int i = 0; i < articles; i += TOGETHER) {
            List<ReadArticle> batch = new ArrayList<>();
            for (int k = 0; k < TOGETHER; k++) {
                batch.add(read(dossiers.article()));
            }
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(store.store(batch)).isEmpty();
            mine += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        long run = statements;
        Map<String, Double> sql = new HashMap<>();
        nanos.forEach((text, time) -> sql.put(text, time / 1e6 / articles));
        long touched = pages() - pages;
        double postgres = ProcessorTime.of(server).minus(before).toMillis();
        return new Cost(
                postgres / articles, mine / 1e6 / articles, (double) touched / articles, (double) run / articles, sql);
    }

    private ReadArticle read(Map<String, String> article) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String outlet = article.get("outlet");
        Instant published = Instant.parse(article.get("published"));
        ArticleFacts facts = new ArticleFacts(
                id,
                1,
                null,
                article.get("headline"),
                null,
                article.get("url"),
                new OutletFacts(
                        UUID.nameUUIDFromBytes(outlet.getBytes(StandardCharsets.UTF_8)),
                        outlet,
                        null,
                        "NEWSPAPER",
                        null,
                        null),
                published,
                published,
                published,
                "en",
                "00",
                "ACTIVE",
                null);
        jdbi.useHandle(handle -> WorkQueue.add(handle, ArticleCopy.putArticles(handle, List.of(facts))));
        WorkItem item = queue.claim("growth").orElseThrow();
        ArticleInHand inHand = jdbi.withHandle(handle -> ArticleInHand.of(handle, item));
        return new ReadArticle(
                item,
                inHand,
                article.get("text"),
                "test/1",
                ENGINE.extract(
                        new ArticleText(article.get("text"), article.get("headline"), inHand.publishedOn(), "en")),
                Map.of(),
                null);
    }

    private void empty() {
        jdbi.useHandle(handle -> {
            List<String> tables = handle.createQuery("select cast(c.oid as regclass)::text from pg_class c"
                            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public'"
                            + " and c.relname !~ 'flyway|change_epoch|feed_position'")
                    .mapTo(String.class)
                    .list();
            handle.execute("truncate " + String.join(", ", tables));
        });
    }

    /** All connections are asked to tell what they have counted: which of them the pool gave for the work, it does not say. */
    private long pages() {
        List<Handle> open = new ArrayList<>();
        try {
            int connections = count("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and backend_type = 'client backend'")
                    .intValue();
            for (int i = 0; i < connections; i++) {
                open.add(jdbi.open());
                open.get(i).execute("select pg_stat_force_next_flush()");
            }
        } finally {
            open.forEach(Handle::close);
        }
        return count("select blks_hit + blks_read from pg_stat_database where datname = current_database()");
    }

    private Long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
