package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpoolTest {

    @Test
    void all_comes_out_in_the_order_it_went_in_however_putting_and_taking_alternate() throws Exception {
        Random random = new Random(5);
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Spool spool = new Spool(1_000, 1_000_000)) {
            long waiting = 0;
            for (int i = 0; i < 5_000; i++) {
                // Fills up, is emptied, and so on: several times from memory to the file and back.
                boolean putting = random.nextInt(10) < (i / 500 % 2 == 0 ? 8 : 2);
                if (putting) {
                    byte[] piece = new byte[random.nextInt(400)];
                    random.nextBytes(piece);
                    in.write(piece);
                    spool.put(piece);
                    waiting += piece.length;
                } else if (waiting > 0) {
                    byte[] piece = spool.take();
                    out.write(piece);
                    waiting -= piece.length;
                }
            }
            spool.end();
            for (byte[] piece = spool.take(); piece != null; piece = spool.take()) {
                out.write(piece);
            }
        }
        assertThat(in.size()).isGreaterThan(100_000);
        assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
    }

    @Test
    void who_takes_waits_for_what_is_put_later_and_for_the_end() throws Exception {
        try (Spool spool = new Spool(10, 10)) {
            CompletableFuture<byte[]> taken = later(spool::take);
            assertWaits(taken);
            spool.put("one".getBytes(US_ASCII));
            assertThat(taken.get(10, TimeUnit.SECONDS)).asString(US_ASCII).isEqualTo("one");

            CompletableFuture<byte[]> last = later(spool::take);
            assertWaits(last);
            spool.end();
            assertThat(last.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void who_puts_waits_only_when_the_file_is_full() throws Exception {
        try (Spool spool = new Spool(10, 100)) {
            spool.put(new byte[10]);
            spool.put(new byte[60]);
            spool.put(new byte[40]);
            CompletableFuture<byte[]> put = later(() -> {
                spool.put(new byte[1]);
                return new byte[0];
            });
            assertWaits(put);
            assertThat(spool.take()).hasSize(10);
            assertWaits(put);
            assertThat(spool.take()).hasSize(100);
            put.get(10, TimeUnit.SECONDS);
            assertThat(spool.take()).hasSize(1);
            // One that is longer than all there is room for passes when it is alone.
            spool.put(new byte[1_000]);
            assertThat(spool.take()).hasSize(1_000);
        }
    }

    @Test
    void once_it_is_closed_nobody_waits_and_nobody_believes_that_rows_arrive() throws Exception {
        Spool spool = new Spool(10, 100);
        spool.put(new byte[5]);
        spool.put(new byte[90]);
        CompletableFuture<byte[]> put = later(() -> {
            spool.put(new byte[50]);
            return new byte[0];
        });
        assertWaits(put);

        spool.close();

        assertThatThrownBy(() -> put.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> spool.put(new byte[1])).isInstanceOf(IOException.class);
        assertThatThrownBy(spool::take).isInstanceOf(IOException.class);
    }

    private interface Step {
        byte[] run() throws IOException;
    }

    private static CompletableFuture<byte[]> later(Step step) {
        CompletableFuture<byte[]> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                done.complete(step.run());
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void assertWaits(CompletableFuture<?> step) throws InterruptedException, ExecutionException {
        assertThatThrownBy(() -> step.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }
}
