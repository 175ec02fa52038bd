package org.parley.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.kit.ServiceTest;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

@QuarkusTest
@ServiceTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagingTest {

    @Inject
    KeysetCursors cursors;

    @Test
    void a_cursor_gives_back_the_keys_it_was_made_of() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String text = Long.toString(random.nextLong(), 36) + (i % 2 == 0 ? " é" : "");
            String cursor = cursors.encode("order", text, null, i);
            assertThat(cursors.decode("order", cursor, "after")).containsExactly(text, null, Integer.toString(i));
            assertThat(cursor).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void any_changed_character_is_refused() {
        String cursor = cursors.encode("order", "2025-11-27T00:00:00Z", "7");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.decode("order", changed, "before"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("before");
        }
    }

    @Test
    void a_cursor_is_bound_to_its_order() {
        String cursor = cursors.encode("articles", "7");
        assertThatThrownBy(() -> cursors.decode("outlets", cursor, "after")).isInstanceOf(ProblemException.class);
    }

    @Test
    void sizes_and_directions_are_checked() {
        assertThat(Paging.of(null, null, null, null, null)).isEqualTo(new Paging(20, false, null, false));
        assertThat(Paging.of(5, null, "c", null, true)).isEqualTo(new Paging(5, false, "c", true));
        assertThat(Paging.of(null, 5, null, "c", null)).isEqualTo(new Paging(5, true, "c", false));
        refused(ErrorCode.LIMIT_EXCEEDED, () -> Paging.of(101, null, null, null, null));
        refused(ErrorCode.BAD_USER_INPUT, () -> Paging.of(-1, null, null, null, null));
        refused(ErrorCode.BAD_USER_INPUT, () -> Paging.of(1, 1, null, null, null));
        refused(ErrorCode.BAD_USER_INPUT, () -> Paging.of(1, null, null, "c", null));
        refused(ErrorCode.BAD_USER_INPUT, () -> Paging.of(null, 1, "c", null, null));
    }

    @Test
    void the_row_too_many_tells_that_there_are_more() {
        Page<String> forward = Page.of(Paging.of(2, null, null, null, null), List.of("a", "b", "c"), row -> row, null);
        assertThat(forward.items()).extracting(Page.Item::node).containsExactly("a", "b");
        assertThat(forward.hasNext()).isTrue();
        assertThat(forward.hasPrevious()).isFalse();

        Page<String> backward = Page.of(Paging.of(null, 2, null, "d", null), List.of("c", "b", "a"), row -> row, 4L);
        assertThat(backward.items()).extracting(Page.Item::node).containsExactly("b", "c");
        assertThat(backward.hasNext()).isTrue();
        assertThat(backward.hasPrevious()).isTrue();
        assertThat(backward.total()).isEqualTo(4);
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
