package org.parley.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.FreePorts;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.RunState;
import org.parley.launcher.home.Secrets;
import org.parley.launcher.postgres.ServiceDatabase;

/** The main job on the packaged programs: start, import, ask, be killed, start again, find everything. */
class SuiteIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RECEIPT = "{ articleId articleVersion field start end exact prefix suffix }";

    @TempDir
    Path folder;

    private final int port = FreePorts.four();
    private final GraphQL graphql = new GraphQL(port);
    private Home home;

    @AfterEach
    void leave_nothing_running() {
        if (home != null) {
            Launched.killAll(home);
        }
    }

    @Test
    void everything_is_found_again_after_kill_9() throws Exception {
        home = new Home(folder.resolve("home"));
        Launched first = Launched.start(home, port).says("Parley is ready").says("Loaded the sample dossier");
        assertThat(first.output())
                .contains("http://localhost:" + port + "/graphql")
                .contains(home.keys().resolve("admin.key").toString())
                .doesNotContain(new Secrets(home).adminKey());
        importTexts();
        awaitExtraction();
        Map<String, JsonNode> statements = byId("statements", statementFields());
        Map<String, JsonNode> articles = byId("articles", "id headline file versions { number headline text }");
        // Nine files of the samples, two of them versions of one article; and the texts imported besides, where there
        // are any.
        assertThat(articles).hasSizeGreaterThanOrEqualTo(8);
        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(checkReceipts(statements, articles)).isGreaterThan(statements.size());

        Launched second = Launched.run(home, port + 4, "up");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("already runs on " + home.path()).contains("http://127.0.0.1:" + port);

        first.kill();
        Launched.start(home, port).says("did not end properly").says("Parley is ready");
        assertThat(byId("statements", statementFields())).isEqualTo(statements);
        assertThat(byId("articles", "id headline file versions { number headline text }"))
                .isEqualTo(articles);
        assertThat(samplesAgain().output()).contains("9 unchanged").doesNotContain("stored ");
        assertThat(byId("statements", "id")).hasSameSizeAs(statements);
        commandsFindTheSuite(statements.size());
    }

    @Test
    void a_service_that_dies_is_named_and_the_rest_is_stopped() throws Exception {
        home = new Home(folder.resolve("home"));
        Launched suite = Launched.start(home, port, "up", "--no-samples").says("Parley is ready");
        RunState run = RunState.require(home);
        ProcessHandle.of(run.processes().get("events")).orElseThrow().destroyForcibly();
        assertThat(suite.exitCode()).isEqualTo(1);
        assertThat(suite.output())
                .contains("events has ended")
                .contains(home.log("events").toString())
                .contains("Stopped the rest");
        assertThat(run.processes().values())
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        new Ports(port).checkFree(true);

        Launched again = Launched.start(home, port, "up").says("Parley is ready");
        again.terminate();
        assertThat(again.exitCode()).isEqualTo(143);
        assertThat(again.output()).contains("Stopped.").doesNotContain("Loaded the sample dossier");
        assertThat(home.runFile()).doesNotExist();
        new Ports(port).checkFree(true);
    }

    @Test
    void every_service_starts_from_the_class_archive_that_the_build_made() throws Exception {
        assumeThat(Path.of("/proc/self/maps")).exists();
        home = new Home(folder.resolve("home"));
        Launched suite = Launched.start(home, port, "up", "--no-samples").says("Parley is ready");
        RunState.require(home)
                .processes()
                .forEach((service, pid) -> assertThat(Path.of("/proc", Long.toString(pid), "maps"))
                        .content()
                        .contains("launcher/target/archive/" + service + ".jsa"));
        suite.terminate();
        suite.exitCode();
    }

    @Test
    void a_build_migrates_its_databases_once() throws Exception {
        home = new Home(folder.resolve("home"));
        assertThat(servicesThatLookedForMigrations()).isEqualTo(3);
        assertThat(servicesThatLookedForMigrations()).isZero();
    }

    private long servicesThatLookedForMigrations() throws Exception {
        Launched suite = Launched.start(home, port, "up", "--no-samples").says("Parley is ready");
        suite.terminate();
        suite.exitCode();
        long looked = 0;
        for (String service : ServiceDatabase.SERVICES) {
            looked += Files.readString(home.log(service)).contains("org.flywaydb") ? 1 : 0;
            Files.delete(home.log(service));
        }
        return looked;
    }

    @Test
    void a_port_in_use_is_refused_by_name_and_nothing_is_left_running() throws Exception {
        home = new Home(folder.resolve("home"));
        try (ServerSocket other = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            Launched refused = Launched.run(home, port, "up");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("Port " + (port + 1))
                    .contains("sources")
                    .contains("PARLEY_PORT");
        }
        assertThat(home.runFile()).doesNotExist();
        new Ports(port).checkFree(true);
    }

    /** News texts, where they are at hand; they are others' and no part of the project. */
    private void importTexts() throws Exception {
        String eval = System.getProperty("parley.eval.dir");
        if (eval != null) {
            Launched imported =
                    Launched.run(home, port, "import", Path.of(eval, "seeds").toString());
            assertThat(imported.output()).contains("5 stored");
        }
    }

    private Launched samplesAgain() throws Exception {
        Path copies = Files.createDirectories(folder.resolve("samples"));
        for (int i = 1; i <= 9; i++) {
            String name = "0" + i + ".json";
            try (InputStream in = getClass().getResourceAsStream("/samples/ceasefire/" + name)) {
                Files.write(copies.resolve(name), in.readAllBytes());
            }
        }
        Launched again = Launched.run(home, port, "import", copies.toString());
        assertThat(again.exitCode()).isZero();
        return again;
    }

    private void commandsFindTheSuite(int statements) throws Exception {
        assertThat(Launched.run(home, port, "status").output()).contains("Parley runs on " + home.path());
        String key = Launched.run(home, port, "key", "create", "a test", "--scopes", "read")
                .output();
        assertThat(key).containsPattern("parley_[A-Za-z0-9_-]{43}");
        assertThat(Launched.run(home, port, "key", "list").output())
                .contains("a test")
                .doesNotContain("parley_");
        String id = key.replaceAll("(?s).*Key (\\S+),.*", "$1");
        assertThat(Launched.run(home, port, "key", "revoke", id).exitCode()).isZero();

        List<String> lines = Launched.run(home, port, "export", "statements")
                .output()
                .lines()
                .toList();
        assertThat(lines).hasSize(statements);
        JsonNode record =
                JSON.readTree(Launched.run(home, port, "export", "record").output());
        assertThat(record.path("articles").size()).isGreaterThanOrEqualTo(9);

        Path bad = Files.writeString(folder.resolve("bad.jsonl"), """
                {"id": "good-1", "text": "Envoy Ann Roe said the talks would go on."}
                {"id": "bad-1", "text":
                {"id": "bad-2", "text": "x", "colour": "red"}
                {"id": "good-2", "text": "Ann Roe said no."}
                """);
        Launched mixed = Launched.run(home, port, "import", bad.toString());
        assertThat(mixed.exitCode()).isEqualTo(1);
        assertThat(mixed.output())
                .contains("bad.jsonl line 2: ")
                .contains("bad.jsonl line 3: ")
                .contains("colour")
                .contains("2 stored, 2 refused");
    }

    /** Until every version of every article has been read for statements. */
    private void awaitExtraction() throws InterruptedException {
        int versions = graphql.ask("{ status { articleVersions } }", JSON.createObjectNode())
                .path("status")
                .path("articleVersions")
                .asInt();
        Launched.until("nothing left to extract", () -> {
            JsonNode status = graphql.ask("{ status { pendingArticles failedArticles } }", JSON.createObjectNode())
                    .path("status");
            assertThat(status.path("failedArticles").asInt()).isZero();
            return status.path("pendingArticles").asInt(-1) == 0
                    && graphql.record().path("articles").size() == versions;
        });
    }

    private static String statementFields() {
        return "id content form articleId articleVersion receipts %s cue %s speakerMention %s"
                .formatted(RECEIPT, RECEIPT, RECEIPT);
    }

    private Map<String, JsonNode> byId(String connection, String fields) {
        Map<String, JsonNode> byId = new TreeMap<>();
        graphql.all(connection, fields).forEach(node -> byId.put(node.path("id").asText(), node));
        return byId;
    }

    /** Every receipt's words are the words at its offsets in its version of its article. The number of receipts. */
    private static int checkReceipts(Map<String, JsonNode> statements, Map<String, JsonNode> articles) {
        int checked = 0;
        for (JsonNode statement : statements.values()) {
            assertThat(statement.path("receipts")).isNotEmpty();
            for (JsonNode receipt : statement.path("receipts")) {
                check(receipt, articles);
                checked++;
            }
            for (String mark : List.of("cue", "speakerMention")) {
                if (!statement.path(mark).isNull()) {
                    check(statement.path(mark), articles);
                    checked++;
                }
            }
        }
        return checked;
    }

    private static void check(JsonNode receipt, Map<String, JsonNode> articles) {
        String field = receipt.path("field").asText().equals("HEADLINE") ? "headline" : "text";
        String text = null;
        for (JsonNode version : articles.get(receipt.path("articleId").asText()).path("versions")) {
            if (version.path("number").asInt() == receipt.path("articleVersion").asInt()) {
                text = version.path(field).asText();
            }
        }
        assertThat(text).as(receipt.toString()).isNotNull();
        int start = receipt.path("start").asInt();
        int end = receipt.path("end").asInt();
        assertThat(text.substring(start, end)).isEqualTo(receipt.path("exact").asText());
        assertThat(text.substring(0, start)).endsWith(receipt.path("prefix").asText());
        assertThat(text.substring(end)).startsWith(receipt.path("suffix").asText());
    }
}
