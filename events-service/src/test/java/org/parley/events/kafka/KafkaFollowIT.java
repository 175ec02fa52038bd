package org.parley.events.kafka;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** Two replicas of the packaged service follow the real sources-service by a real broker; all of them are killed on the way. */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaFollowIT {

    private static final Broker BROKER = new Broker();
    private static final String PREFIX = "test.";
    private static final String ARTICLES = PREFIX + "sources.article";
    private static final String RECORD = PostgresResource.freshDatabase();
    private static final String PRINTED = PostgresResource.freshDatabase();
    private static final Jdbi JDBI = Jdbi.create(RECORD, "postgres", "postgres");
    private static final List<ServiceProcess> REPLICAS = new ArrayList<>();
    private static ServiceProcess sources;
    private static int printed;

    @BeforeAll
    static void start() throws Exception {
        BROKER.start();
        startSources();
        REPLICAS.add(replica(kafka()));
        REPLICAS.add(replica(kafka()));
    }

    @AfterAll
    static void stop() throws IOException {
        REPLICAS.forEach(ServiceProcess::kill);
        sources.kill();
        BROKER.close();
    }

    @Test
    void replicas_share_the_articles_and_none_is_lost_doubled_or_out_of_order_whoever_is_killed() throws Exception {
        print(40);
        // Four partitions of each of the three topics.
        await(() -> partitions(0) + partitions(1) == 12 && partitions(0) > 0 && partitions(1) > 0);
        killed(3);
    }

    @Test
    @Tag("load")
    void none_is_lost_doubled_or_out_of_order_over_twenty_kills() throws Exception {
        killed(20);
    }

    private static void killed(int kills) throws Exception {
        Random random = new Random(20270305);
        for (int i = 0; i < kills; i++) {
            print(40);
            Thread.sleep(random.nextInt(200));
            if (i % 3 == 0) {
                int who = random.nextInt(2);
                REPLICAS.get(who).kill();
                print(10);
                REPLICAS.set(who, replica(kafka()));
            } else if (i % 3 == 1) {
                BROKER.kill();
                print(10);
                BROKER.start();
            } else {
                sources.kill();
                startSources();
            }
        }
        awaitTheSame();
        System.out.printf(
                "%d kills: %d articles followed by Kafka%n",
                kills, told(sources, "sources").size());
    }

    @Test
    void what_cannot_be_read_is_passed_by_and_told_of_in_the_status() throws Exception {
        long before = following(0).getLong("refused");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) BROKER.address()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(ARTICLES, "x", "{\"no\": \"event\"}"));
            producer.send(new ProducerRecord<>(ARTICLES, "x", "{\"specversion\": "));
            producer.send(new ProducerRecord<>(ARTICLES, "x", """
                    {"id": "%s", "type": "org.parley.article.stored.v1", "subject": "%s", "data": {"after": {"id": 7}}}""".formatted(UUID.randomUUID(), UUID.randomUUID())));
            producer.flush();
        }
        print(5);
        await(() -> following(0).getLong("refused") == before + 3);
        assertThat(following(0).getList("lastRefused.why", String.class))
                .anySatisfy(why -> assertThat(why).contains(ARTICLES, "without id, type or subject"))
                .anySatisfy(why -> assertThat(why).contains(ARTICLES, "no change: "))
                .anySatisfy(why -> assertThat(why).contains("a row in a form that is not known here"));
        awaitTheSame();
    }

    @Test
    void an_installation_goes_to_the_feed_and_back_to_kafka_and_takes_everything_once() throws Exception {
        print(5);
        awaitTheSame();
        REPLICAS.forEach(ServiceProcess::stop);
        print(5);
        REPLICAS.set(0, replica(Map.of()));
        print(5);
        awaitTheSame();
        assertThat(following(0).getString("by")).isEqualTo("FEED");

        REPLICAS.get(0).stop();
        print(5);
        REPLICAS.set(0, replica(kafka()));
        REPLICAS.set(1, replica(kafka()));
        print(5);
        awaitTheSame();
        assertThat(following(0).getString("by")).isEqualTo("KAFKA");
    }

    private static Map<String, String> kafka() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "KAFKA_SESSION_TIMEOUT_MS", "6000");
    }

    private static void startSources() {
        sources = ServiceProcess.start("sources", PRINTED, Map.of("parley.kafka.topic-prefix", PREFIX), kafka());
    }

    private static ServiceProcess replica(Map<String, String> variables) {
        return ServiceProcess.start(
                "events",
                RECORD,
                Map.of(
                        "parley.sources.url",
                        sources.url(),
                        "parley.kafka.topic-prefix",
                        PREFIX,
                        "parley.extract.workers",
                        "0"),
                variables);
    }

    /** New articles, and as many new versions of those that were there before. */
    private static void print(int articles) {
        String lines = IntStream.range(Math.max(0, printed - articles), printed + articles)
                .mapToObj(i -> """
                        {"url":"https://example.org/%d","text":"Telling %d, as of %d, is a text of its own.","published":"2027-03-04T10:00:00Z"}
                        """.formatted(i, i * 7919, printed))
                .collect(Collectors.joining());
        given().header("Authorization", TestTokens.bearer("sources", "admin"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(sources.url() + "/v1/articles/bulk")
                .then()
                .statusCode(200);
        printed += articles;
    }

    /** Until this service's feed has every change of each article that the feed of sources-service has, in that order. */
    private static void awaitTheSame() throws Exception {
        List<String> last = new ArrayList<>();
        await(
                () -> {
                    Map<String, List<String>> original = byArticle(told(sources, "sources"));
                    Map<String, List<String>> ours = byArticle(told(REPLICAS.get(0), "events"));
                    last.clear();
                    original.forEach((article, changes) -> {
                        if (!changes.equals(ours.get(article))) {
                            last.add(article + ": " + changes + " came as " + ours.get(article));
                        }
                    });
                    return last.isEmpty();
                },
                last);
        long versions = JDBI.withHandle(handle -> handle.createQuery("select count(*) from work_item")
                .mapTo(Long.class)
                .one());
        assertThat(versions)
                .isEqualTo(Jdbi.create(PRINTED, "postgres", "postgres")
                        .withHandle(handle -> handle.createQuery("select count(*) from article_version")
                                .mapTo(Long.class)
                                .one()));
    }

    private static Map<String, List<String>> byArticle(List<Map<String, Object>> events) {
        return events.stream()
                .filter(event -> event.get("type").toString().startsWith("org.parley.article."))
                .collect(groupingBy(
                        event -> event.get("subject").toString(),
                        mapping(event -> event.get("type") + " " + event.get("data"), toList())));
    }

    private static List<Map<String, Object>> told(ServiceProcess service, String name) {
        List<Map<String, Object>> events = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonPath page = given().header("Authorization", TestTokens.bearer(name, "feed"))
                    .queryParam("after", cursor)
                    .get(service.url() + "/v1/changes")
                    .jsonPath();
            events.addAll(page.getList("events"));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        return events;
    }

    private static JsonPath following(int replica) {
        return given().header("Authorization", TestTokens.bearer("events", "read"))
                .get(REPLICAS.get(replica).url() + "/v1/status")
                .jsonPath()
                .setRootPath("following");
    }

    private static int partitions(int replica) {
        return following(replica).getInt("topics.partitions");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        await(condition, List.of());
    }

    private static void await(Callable<Boolean> condition, List<String> what) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited long enough: %s", what).isBefore(until);
            Thread.sleep(100);
        }
    }
}
