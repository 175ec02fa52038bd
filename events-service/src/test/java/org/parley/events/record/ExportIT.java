package org.parley.events.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.testkit.PostgresResource;
import org.parley.testkit.ServiceProcess;
import org.parley.testkit.TestTokens;

/** A large record goes through the packaged service, which has 256 MB, without staying in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportIT {

    /** A process with a heap of 256 MB takes no more, whatever comes. */
    private static final int MOST_MB = 320;

    /** After so many rows the heap is as large as it gets; from then on nothing may grow. */
    private static final int FILLS_THE_HEAP = 100_000;

    private static final int SETTLED_AFTER = 10;
    private static final int MOST_GROWTH_MB = 32;

    private final String database = PostgresResource.freshDatabase();
    private final Jdbi jdbi = Jdbi.create(database, "postgres", "postgres");
    /** Over HTTP/1.1, as the gateway asks: whoever hangs up over HTTP/2 may lose the connection that the next request takes. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServiceProcess events;

    /** A row that cannot be read, behind all others: an export that meets it must not look as if it were whole. */
    private static final String BROKEN = """
            insert into statement (id, article_id, known_at) select nth(9, 1), nth(2, 1), timestamptz '2026-06-01';
            insert into reading select nth(9, 2), nth(9, 1), article_id, article_version, extractor, receipts, content, form,
                'NO SUCH ACT', negated, cue, cue_lemma, speaker_mention, speaker_role, details, stated_on, stated_on_latest,
                stated_precision, stated_basis, stated_receipt, rule, confidence, outlet_id, published_at, sort_at, known_at
            from reading where id = nth(5, 1)""";

    /** What came: how many rows, the hash of all of it, the last row's id, and the service's memory meanwhile. */
    private record Came(long rows, String hash, String last, long settledMb, long mostMb) {}

    @Test
    void a_large_record_streams_through() throws Exception {
        exported(20_000);
    }

    @Test
    @Tag("load")
    void a_million_statements_stream_through() throws Exception {
        exported(1_000_000);
    }

    private void exported(int count) throws Exception {
        events = ServiceProcess.start("events", database, Map.of("parley.sources.url", "http://127.0.0.1:1"));
        try {
            fill(count);
            long began = System.nanoTime();
            HttpResponse<InputStream> first = ask("gzip", "");
            String time = first.headers().firstValue("Known-At").orElseThrow();
            Came whole = read(first, digest(), count, Long.MAX_VALUE);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%d statements exported in %.0f s, %.0f a second; memory of the process %d MB after a tenth, at most %d MB%n",
                    count, seconds, count / seconds, whole.settledMb(), whole.mostMb());
            assertThat(whole.rows()).isEqualTo(count);
            assertThat(whole.mostMb()).isLessThan(MOST_MB);
            if (count / SETTLED_AFTER >= FILLS_THE_HEAP) {
                assertThat(whole.mostMb() - whole.settledMb()).isLessThan(MOST_GROWTH_MB);
            }

            MessageDigest joined = digest();
            Came half = read(ask("gzip", "&knownAt=" + time), joined, count, count / 2);
            Came rest = read(ask("gzip", "&knownAt=" + time + "&after=" + half.last()), joined, count, Long.MAX_VALUE);
            assertThat(half.rows() + rest.rows()).isEqualTo(count);
            assertThat(rest.hash()).isEqualTo(whole.hash());

            jdbi.useHandle(handle -> handle.execute(BROKEN));
            assertThatThrownBy(() -> read(ask("gzip", ""), digest(), count, Long.MAX_VALUE))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask("identity", "").body().readAllBytes()).isInstanceOf(IOException.class);
        } finally {
            events.stop();
        }
    }

    private HttpResponse<InputStream> ask(String packing, String more) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(events.url() + "/v1/exports/statements?format=ndjson" + more))
                        .header("Authorization", TestTokens.bearer("events", "read"))
                        .header("Accept-Encoding", packing)
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    /** Reads no more than so many rows and hangs up then. */
    private Came read(HttpResponse<InputStream> answer, MessageDigest hash, long count, long most) throws IOException {
        long rows = 0;
        long settled = 0;
        long highest = 0;
        String last = null;
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(answer.body()), UTF_8))) {
            for (String line = lines.readLine(); line != null && rows < most; line = lines.readLine()) {
                rows++;
                last = line;
                hash.update(line.getBytes(UTF_8));
                hash.update((byte) '\n');
                if (rows == count / SETTLED_AFTER) {
                    settled = residentMb();
                }
                if (rows > count / SETTLED_AFTER && rows % (count / 100) == 0) {
                    highest = Math.max(highest, residentMb());
                }
            }
        }
        String hex = most == Long.MAX_VALUE ? HexFormat.of().formatHex(hash.digest()) : null;
        return new Came(rows, hex, last.replaceFirst("^\\{\"id\":\"([^\"]+)\".*", "$1"), settled, highest);
    }

    private long residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + events.process().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ten statements an article, of two hundred people; the indexes for words are left out, which nothing here asks for. */
    private void fill(int count) {
        jdbi.useHandle(handle -> handle.createScript("""
                set synchronous_commit = off;
                drop index reading_words;
                drop index reading_trigram;
                create function nth(kind int, n int) returns uuid language sql immutable as $$
                    select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
                insert into outlet (id, name) values (nth(1, 1), 'The Harbour Mail');
                insert into article (id, current_version, read_version, outlet_id, url, headline, published_at, language, state)
                    select nth(2, n), 1, 1, nth(1, 1), 'https://mail.example/' || n, 'Talks, day ' || n,
                        timestamptz '2026-01-01' + n * interval '1 minute', 'en', 'ACTIVE' from generate_series(0, %1$d / 10) n;
                insert into article_version (article_id, number, headline, sha256, known_at)
                    select id, 1, headline, md5(url), timestamptz '2026-06-01' from article;
                insert into actor (id, kind, name, known_at)
                    select nth(3, n), 'PERSON', 'Speaker ' || n, timestamptz '2026-06-01' from generate_series(0, 199) n;
                insert into statement (id, article_id, known_at)
                    select nth(4, n), nth(2, n / 10), timestamptz '2026-06-01' from generate_series(1, %1$d) n;
                insert into reading (id, statement_id, article_id, article_version, extractor, receipts, content, form, act,
                        negated, cue, details, stated_basis, rule, confidence, outlet_id, published_at, sort_at, known_at)
                    select nth(5, n), nth(4, n), nth(2, n / 10), 1, 'test', json_build_array(json_build_object('start', n %% 5000,
                            'end', n %% 5000 + 60, 'exact', 'we will not sign any paper that leaves out point ' || n,
                            'prefix', 'After the meeting she said that ', 'suffix', ', and left for the airport')),
                        'we will not sign any paper that leaves out point ' || n, 'INDIRECT', 'DEMAND', true,
                        json_build_object('start', 0, 'end', 4, 'exact', 'said', 'prefix', '', 'suffix', ''), '{}', 'EXPLICIT',
                        'clause', 0.9, nth(1, 1), timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '1 second',
                        timestamptz '2026-06-01'
                    from generate_series(1, %1$d) n;
                insert into reading_speaker (reading_id, position, actor_id, sort_at, statement_id)
                    select nth(5, n), 0, nth(3, n %% 200), timestamptz '2026-01-01', nth(4, n) from generate_series(1, %1$d) n;
                analyze;""".formatted(count)).execute());
    }
}
