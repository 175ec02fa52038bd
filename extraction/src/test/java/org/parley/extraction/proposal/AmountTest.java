package org.parley.extraction.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmountTest {

    @Test
    void an_amount_is_a_number_with_its_unit_however_it_is_spelt() {
        assertThat(said("a quota of 1.2 million tonnes for eight years")).containsExactly("1200000 ton", "8 year");
        assertThat(said("$3 billion, 30 per cent of it now")).containsExactly("3000000000 dollar", "30 percent");
        assertThat(said("12,000 troops and 40% of the ships")).containsExactly("12000 troop", "40 percent");
        assertThat(said("a 30-day truce")).containsExactly("30 day");
    }

    @Test
    void what_is_not_exact_or_of_nothing_named_is_none() {
        assertThat(Amount.byUnit("about 300 prisoners, more than 40 percent, up to 90 days"))
                .isEmpty();
        assertThat(Amount.byUnit("the 28 points of March 3, 2027")).isEmpty();
        assertThat(Amount.byUnit("five to ten years")).isEmpty();
    }

    @Test
    void a_text_with_two_amounts_of_a_unit_gives_none_of_it() {
        assertThat(Amount.byUnit("from 15 percent to 40 percent in eight years"))
                .containsOnlyKeys("year");
        assertThat(Amount.byUnit("90 days, he said: 90 days")).containsOnlyKeys("day");
    }

    @Test
    void rounding_is_no_difference() {
        Amount exact = Amount.of("1.23 million tonnes").get(0);
        assertThat(exact.differs(Amount.of("1.2 million tonnes").get(0))).isFalse();
        assertThat(exact.differs(Amount.of("2.1 million tonnes").get(0))).isTrue();
    }

    private static List<String> said(String text) {
        return Amount.of(text).stream()
                .map(amount -> amount.value().stripTrailingZeros().toPlainString() + " " + amount.unit())
                .toList();
    }
}
