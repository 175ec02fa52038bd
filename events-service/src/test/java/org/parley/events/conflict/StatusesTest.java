package org.parley.events.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.events.conflict.Statuses.Status;

class StatusesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    it was withdrawn over the weekend                 | WITHDRAWN  | false | true
                    the offer was never withdrawn                     | WITHDRAWN  | false | false
                    the offer is neither withdrawn nor repeated       | WITHDRAWN  | false | false
                    they had been withdrawn earlier                   | WITHDRAWN  | true  | false
                    the offer may be withdrawn                        | WITHDRAWN  | false |
                    if the offer is withdrawn, talks end              | WITHDRAWN  | false |
                    the plan is good                                  | WITHDRAWN  | false |
                    nobody has signed the accord                      | SIGNED     | false | false
                    the accord was initialled on Monday               | SIGNED     | false | true
                    the accord, which is not perfect, was signed      | SIGNED     | false | true
                    the truce has taken effect                        | IN_FORCE   | false | true
                    the talks weren't broken off                      | BROKEN_OFF | false | false
                    """)
    void what_is_so_is_told_from_what_is_not_and_what_may_be(
            String content, Status status, boolean denied, Boolean holds) {
        assertThat(Statuses.holds(content, status, denied)).isEqualTo(holds);
    }
}
