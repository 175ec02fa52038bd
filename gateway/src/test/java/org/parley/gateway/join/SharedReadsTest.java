package org.parley.gateway.join;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.upstream.Caller;

/** Who shares a call with whom, and who does not. */
class SharedReadsTest {

    private static final Caller READER = new Caller("anonymous", Set.of("read"));

    private final Vertx vertx = Vertx.vertx();
    private final SharedReads reads = new SharedReads(vertx);
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

    /** A call that was made, to be answered by the test. */
    private record Call(Set<String> keys, CompletableFuture<Map<String, String>> answer) {

        void end() {
            answer.complete(keys.stream().collect(Collectors.toMap(key -> key, key -> "row " + key)));
        }
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void those_that_come_during_a_call_are_read_together_by_the_next_one() throws Exception {
        var first = read(READER, "rows", "a");
        Call alone = call();
        var second = read(READER, "rows", "b");
        var third = read(READER, "rows", "c");
        assertThat(alone.keys()).containsExactly("a");
        alone.end();
        assertThat(first.get(5, SECONDS)).containsEntry("a", "row a");
        Call together = call();
        assertThat(together.keys()).containsExactlyInAnyOrder("b", "c");
        assertThat(second).isNotDone();
        together.end();
        assertThat(second.get(5, SECONDS)).containsEntry("b", "row b");
        assertThat(third.get(5, SECONDS)).containsEntry("c", "row c");
        assertThat(calls).isEmpty();
    }

    @Test
    void the_same_key_is_not_read_from_a_call_that_began_before() throws Exception {
        read(READER, "rows", "a");
        Call before = call();
        var later = read(READER, "rows", "a");
        before.end();
        Call after = call();
        assertThat(later).isNotDone();
        after.answer().complete(Map.of("a", "newer"));
        assertThat(later.get(5, SECONDS)).containsEntry("a", "newer");
    }

    @Test
    void other_rights_and_other_arguments_have_calls_of_their_own() throws Exception {
        read(READER, "rows", "a");
        read(new Caller("key-1", Set.of("read")), "rows", "b");
        read(new Caller("anonymous", Set.of("read", "review")), "rows", "c");
        read(READER, "other rows", "d");
        assertThat(List.of(call().keys(), call().keys(), call().keys(), call().keys()))
                .containsExactly(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("d"));
    }

    @Test
    void what_does_not_fit_into_a_call_is_read_alone() throws Exception {
        read(READER, "rows", "a");
        read(READER, "rows", "b", "c");
        var alone = read(READER, "rows", "d", "e");
        assertThat(call().keys()).containsExactly("a");
        Call own = call();
        assertThat(own.keys()).containsExactlyInAnyOrder("d", "e");
        own.end();
        assertThat(alone.get(5, SECONDS)).containsEntry("e", "row e");
    }

    @Test
    void a_failure_reaches_all_who_shared_it_and_nobody_else() throws Exception {
        read(READER, "rows", "a");
        Call first = call();
        var second = read(READER, "rows", "b");
        var third = read(READER, "rows", "c");
        first.end();
        call().answer().completeExceptionally(new IllegalStateException("away"));
        for (var each : List.of(second, third)) {
            assertThatThrownBy(() -> each.get(5, SECONDS)).hasRootCauseMessage("away");
        }
        var fourth = read(READER, "rows", "d");
        call().end();
        assertThat(fourth.get(5, SECONDS)).containsEntry("d", "row d");
    }

    @Test
    void a_call_that_cannot_be_made_fails_and_holds_nobody_up() throws Exception {
        Function<Set<String>, CompletionStage<Map<String, String>>> broken = keys -> {
            throw new IllegalStateException("no key to sign with");
        };
        var failed = reads.read(READER, "rows", Set.of("a"), 3, broken).toCompletableFuture();
        assertThatThrownBy(() -> failed.get(5, SECONDS)).hasRootCauseMessage("no key to sign with");
        read(READER, "rows", "b");
        assertThat(call().keys()).containsExactly("b");
    }

    @Test
    void nobody_waits_for_a_call_that_hangs() throws Exception {
        read(READER, "rows", "a");
        call();
        var second = read(READER, "rows", "b");
        call().end();
        assertThat(second.get(5, SECONDS)).containsEntry("b", "row b");
    }

    private CompletableFuture<Map<String, String>> read(Caller caller, String what, String... keys) {
        return reads.<String, String>read(caller, what, Set.of(keys), 3, asked -> {
                    var answer = new CompletableFuture<Map<String, String>>();
                    calls.add(new Call(Set.copyOf(asked), answer));
                    return answer;
                })
                .toCompletableFuture();
    }

    private Call call() throws InterruptedException {
        Call call = calls.poll(5, SECONDS);
        assertThat(call).as("a call").isNotNull();
        return call;
    }
}
