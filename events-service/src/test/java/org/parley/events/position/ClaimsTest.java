package org.parley.events.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.StanceValue;

class ClaimsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We rejected nothing. We were handed twelve points.”",
                "her government had not rejected the plan",
                "Osterland never rejected the draft",
                "denied having rejected the text",
                "“we haven’t refused anything”",
            })
    void a_rejection_is_denied(String content) {
        assertThat(Claims.denied(content)).isEqualTo(Set.of(StanceValue.OPPOSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we will not reject the plan",
                "Osterland rejected the plan",
                "nothing was said about the plan",
                "he had not read it",
            })
    void what_is_no_denial_denies_nothing(String content) {
        assertThat(Claims.denied(content)).isEmpty();
    }

    @Test
    void an_acceptance_is_denied_as_well() {
        assertThat(Claims.denied("the cabinet has not accepted the draft")).containsExactly(StanceValue.SUPPORT);
    }
}
