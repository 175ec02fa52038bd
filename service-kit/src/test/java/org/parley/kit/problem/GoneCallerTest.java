package org.parley.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;

/** A caller who goes away is a line in the log, not an error with its trace. */
@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoneCallerTest {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class.getName());

    private final BlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void who_goes_away_in_mid_request_is_one_line() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String head = "POST /trouble/read HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n4\r\n{}\n\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            assertThat(TroubleApi.READING.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        LogRecord line = logged.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        assertThat(line.getLevel().intValue()).isEqualTo(Level.INFO.intValue());
        assertThat(line.getThrown()).isNull();
    }

    @Test
    void a_failure_of_ours_is_still_an_error_with_its_trace() {
        given().get("/trouble/disk").then().statusCode(500).body("code", equalTo("INTERNAL"));
        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getLevel().intValue()).isGreaterThan(Level.WARNING.intValue());
            assertThat(line.getThrown()).hasMessage("disk is full");
        });
    }
}
