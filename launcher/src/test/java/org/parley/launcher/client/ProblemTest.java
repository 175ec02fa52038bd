package org.parley.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void the_detail_is_said_and_what_the_errors_add_to_it() {
        assertThat(Problem.of(400, """
                {"title": "Bad input", "detail": "The article cannot be stored.",
                 "errors": [{"field": "published", "message": "is not a date"}]}""")).isEqualTo("The article cannot be stored. (published: is not a date)");
        assertThat(Problem.of(400, """
                {"title": "Bad input", "detail": "published is not a date",
                 "errors": [{"field": "published", "message": "published is not a date"}]}""")).isEqualTo("published is not a date");
    }

    @Test
    void without_detail_the_title_is_and_without_a_problem_the_status() {
        assertThat(Problem.of(403, "{\"title\": \"Forbidden\"}")).isEqualTo("Forbidden");
        assertThat(Problem.of(502, "<html>Bad Gateway</html>")).isEqualTo("HTTP 502");
        assertThat(Problem.of(500, "")).isEqualTo("HTTP 500");
    }
}
