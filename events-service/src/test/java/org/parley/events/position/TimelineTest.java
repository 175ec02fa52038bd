package org.parley.events.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.events.position.Timeline.Stand;
import org.parley.extraction.StanceValue;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineTest {

    private static final UUID HOLDER = UUID.randomUUID();
    private static final UUID PROPOSAL = UUID.randomUUID();

    @Test
    void a_stance_stands_until_another_is_expressed() {
        List<Stand> stands = Timeline.of(List.of(
                said("2027-03-04", StanceValue.OPPOSE),
                said("2027-03-02", StanceValue.OPPOSE),
                said("2027-03-09", StanceValue.SUPPORT)));

        assertThat(stands).extracting(Stand::stance).containsExactly(StanceValue.OPPOSE, StanceValue.SUPPORT);
        assertThat(stands.get(0).since()).isEqualTo("2027-03-02");
        assertThat(stands.get(0).until()).isEqualTo("2027-03-09");
        assertThat(stands.get(0).statements()).hasSize(2);
        assertThat(Timeline.standing(stands)).extracting(Stand::stance).containsExactly(StanceValue.SUPPORT);
    }

    @Test
    void having_said_nothing_is_no_opposition_and_takes_nothing_back() {
        List<Stand> stands = Timeline.of(List.of(
                said("2027-03-02", StanceValue.NO_PUBLIC_COMMITMENT),
                said("2027-03-04", StanceValue.SUPPORT),
                said("2027-03-06", StanceValue.NO_PUBLIC_COMMITMENT)));

        assertThat(stands)
                .extracting(Stand::stance)
                .containsExactly(StanceValue.NO_PUBLIC_COMMITMENT, StanceValue.SUPPORT);
    }

    @Test
    void what_others_claim_stands_apart_from_the_holders_own_words() {
        UUID mediator = UUID.randomUUID();
        Expressed own = said("2027-03-05", StanceValue.SUPPORT);
        Expressed claimed = new Expressed(
                UUID.randomUUID(),
                HOLDER,
                HOLDER,
                PROPOSAL,
                null,
                StanceValue.OPPOSE,
                LocalDate.parse("2027-03-06"),
                true,
                mediator,
                Set.of());

        assertThat(Timeline.standing(Timeline.of(List.of(own, claimed)))).hasSize(2);
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        Random random = new Random(3);
        StanceValue[] values = StanceValue.values();
        for (int round = 0; round < 200; round++) {
            List<Expressed> all = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                all.add(said("2027-03-0" + (1 + random.nextInt(4)), values[random.nextInt(values.length)]));
            }
            List<Stand> expected = Timeline.of(all);
            Collections.shuffle(all, random);

            assertThat(Timeline.of(all)).isEqualTo(expected);
        }
    }

    @Test
    void a_name_and_its_verb_at_the_head_are_a_claim_about_somebody_else() {
        assertThat(Claims.of("Kesrania has flatly rejected the plan"))
                .contains(new Claims.Claim("Kesrania", StanceValue.OPPOSE));
        assertThat(Claims.of("Tavria will accept the offer")).contains(new Claims.Claim("Tavria", StanceValue.SUPPORT));
        assertThat(Claims.of("Tavria has not accepted the offer"))
                .contains(new Claims.Claim("Tavria", StanceValue.NO_PUBLIC_COMMITMENT));
        assertThat(Claims.of("We reject the plan")).isEmpty();
        assertThat(Claims.of("the plan rejects nobody")).isEmpty();
    }

    private static Expressed said(String day, StanceValue stance) {
        return new Expressed(
                UUID.randomUUID(), HOLDER, HOLDER, PROPOSAL, null, stance, LocalDate.parse(day), true, null, Set.of());
    }
}
