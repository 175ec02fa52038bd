package org.parley.events.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** The packaged service relays its feed to a real broker; both are killed on the way. */
@Tag("long")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaRelayIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Broker BROKER = new Broker();
    private static final Path EXAMPLES = Path.of("../docs/examples/partner");

    private final String database = PostgresResource.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database, "postgres", "postgres");
    private final String prefix = "test" + System.nanoTime() + ".";
    private ServiceProcess events;
    private int told;

    @AfterAll
    static void stopBroker() throws IOException {
        BROKER.close();
    }

    @BeforeEach
    void start() throws Exception {
        BROKER.start();
        startService();
    }

    private void startService() {
        events = ServiceProcess.start(
                "events",
                database,
                Map.of("parley.sources.url", "http://127.0.0.1:1", "parley.kafka.topic-prefix", prefix),
                // As people set them for ./parley.
                Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "KAFKA_COMPRESSION_TYPE", "gzip"));
    }

    @AfterEach
    void stop() {
        events.kill();
    }

    @Test
    void every_change_goes_to_the_topic_of_its_noun_as_the_feed_tells_it() throws Exception {
        tell(3, 2);
        jdbi.useHandle(handle -> handle.execute("""
                insert into outbox (id, type, subject, at, data)
                select gen_random_uuid(), 'org.parley.proposal.changed.v1', 'a plan', now(), '{"reason": "REVIEW"}'"""));

        Map<String, String> byId = new HashMap<>();
        for (ConsumerRecord<String, String> record : consumed(7)) {
            JsonNode event = JSON.readTree(record.value());
            assertThat(record.key()).isEqualTo(event.get("subject").asText());
            assertThat(new String(record.headers().lastHeader("content-type").value()))
                    .startsWith("application/cloudevents+json");
            assertThat(record.topic()).isEqualTo(prefix + (record.key().equals("a plan") ? "proposal" : "statement"));
            byId.put(event.get("id").asText(), JSON.writeValueAsString(event));
        }
        JsonNode feed = JSON.readTree(given().header("Authorization", TestTokens.bearer("events", "feed"))
                .get(events.url() + "/v1/changes")
                .asString());
        assertThat(feed.get("events")).hasSize(7);
        for (JsonNode event : feed.get("events")) {
            assertThat(byId.get(event.get("id").asText())).isEqualTo(JSON.writeValueAsString(event));
        }
        // What the how-to shows reads them too.
        assertThat(example("java", "-cp", System.getProperty("java.class.path"), "Kafka.java"))
                .endsWith("kafka, java: 6 events\n");
        assumeThat(EXAMPLES.resolve("node_modules")).as("npm ci was run there").exists();
        assertThat(example("npx", "tsx", "kafka.ts")).endsWith("kafka, typescript: 6 events\n");
    }

    private String example(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(EXAMPLES.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("KAFKA_BOOTSTRAP_SERVERS", BROKER.address(), "TOPIC", prefix + "statement"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nothing_is_lost_or_out_of_order_when_relay_and_broker_are_killed() throws Exception {
        killed(4, 1_000);
    }

    @Test
    @Tag("load")
    void nothing_is_lost_or_out_of_order_over_twenty_kills() throws Exception {
        killed(20, 4_000);
    }

    private void killed(int kills, int rowsEach) throws Exception {
        Random random = new Random(20270304);
        for (int i = 0; i < kills; i++) {
            tell(50, rowsEach / 50);
            Thread.sleep(random.nextInt(300));
            if (i % 3 == 1) {
                BROKER.kill();
                tell(50, 1);
                Thread.sleep(random.nextInt(500));
                BROKER.start();
            } else {
                events.kill();
                startService();
            }
        }
        Map<String, List<Integer>> numbers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        int rows = jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
        await(() -> sent() == rows && trouble() == null);
        List<ConsumerRecord<String, String>> got = consumed(rows);
        for (ConsumerRecord<String, String> record : got) {
            JsonNode event = JSON.readTree(record.value());
            if (seen.add(event.get("id").asText())) {
                numbers.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(event.get("data").get("after").asInt());
            }
        }
        assertThat(seen).hasSize(rows);
        numbers.values().forEach(each -> assertThat(each).isSorted().doesNotHaveDuplicates());
        System.out.printf("%d kills: %d changes relayed, %d came twice%n", kills, rows, got.size() - rows);
    }

    @Test
    void the_status_tells_of_a_broker_that_is_away_and_of_one_that_is_back() throws Exception {
        tell(1, 1);
        await(() -> sent() == 1);
        assertThat(trouble()).isNull();

        BROKER.kill();
        tell(1, 1);
        await(() -> trouble() != null);
        assertThat(trouble()).contains("no broker answers");
        assertThat(status().getDouble("kafka.behindSeconds")).isPositive();

        BROKER.start();
        await(() -> sent() == 2 && trouble() == null);
        assertThat(status().getDouble("kafka.behindSeconds")).isZero();
    }

    @Test
    @Tag("load")
    void ten_thousand_changes_a_second() throws Exception {
        tell(1_000, 30);
        await(() -> sent() == 30_000);
        Instant began = Instant.now();
        tell(1_000, 100);
        double writing = seconds(began);
        began = Instant.now();
        await(() -> sent() == 130_000);
        double seconds = seconds(began);
        System.out.printf(
                "Kafka: %.0f changes a second relayed (100,000, written in %.1f s)%n",
                100_000 / (writing + seconds), writing);
        assertThat(100_000 / (writing + seconds)).isGreaterThan(5_000);
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    /** Rows of the feed in one transaction: each subject's are numbered in their order. */
    private void tell(int subjects, int each) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into outbox (id, type, subject, at, data)
                        select gen_random_uuid(), 'org.parley.statement.added.v1', 'subject ' || s, now(),
                            json_build_object('after', :told + n,
                                'reason', repeat('said ', 80))
                        from generate_series(1, :each) n, generate_series(1, :subjects) s
                        order by n, s""")
                .bind("told", told)
                .bind("each", each)
                .bind("subjects", subjects)
                .execute());
        told += each;
    }

    private JsonPath status() {
        return given().header("Authorization", TestTokens.bearer("events", "read"))
                .get(events.url() + "/v1/status")
                .jsonPath();
    }

    private long sent() {
        return status().getLong("kafka.sent");
    }

    private String trouble() {
        return status().getString("kafka.trouble");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(120);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(until);
            Thread.sleep(50);
        }
    }

    /** Everything there is in our topics, which has to be this many at least, each topic's partitions in their order. */
    private List<ConsumerRecord<String, String>> consumed(int least) {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                BROKER.address(),
                "group.id",
                prefix,
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "500");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Pattern.compile(Pattern.quote(prefix) + ".*"));
            Instant until = Instant.now().plusSeconds(60);
            boolean dry = false;
            while ((all.size() < least || !dry) && Instant.now().isBefore(until)) {
                var records = consumer.poll(Duration.ofMillis(500));
                records.forEach(all::add);
                dry = records.isEmpty();
            }
        }
        return all;
    }
}
