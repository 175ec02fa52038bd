package org.parley.events.utterance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.events.utterance.Groups.Join;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupsTest {

    @Test
    void the_order_of_reports_and_links_makes_no_difference() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Report> reports = new ArrayList<>();
            List<UUID> articles = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            for (int i = 0; i < 8; i++) {
                reports.add(Told.in(articles.get(random.nextInt(3)), "words number " + i));
            }
            List<Join> joins = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                // Few different scores, so that ties are common.
                joins.add(new Join(any(reports, random), any(reports, random), random.nextInt(3), false));
            }
            Set<Set<Report>> expected = groups(reports, joins, Set.of());
            Collections.shuffle(reports, random);
            Collections.shuffle(joins, random);

            assertThat(groups(reports, joins, Set.of())).isEqualTo(expected);
        }
    }

    @Test
    void two_statements_of_one_article_are_not_joined_through_a_third() {
        UUID article = UUID.randomUUID();
        Report one = Told.in(article, "one");
        Report two = Told.in(article, "two");
        Report bridge = Told.by("Herald", "three");

        assertThat(groups(
                        List.of(one, two, bridge),
                        List.of(new Join(one, bridge, 2, false), new Join(bridge, two, 1, false)),
                        Set.of()))
                .containsExactlyInAnyOrder(Set.of(one, bridge), Set.of(two));
    }

    @Test
    void what_a_person_parted_stays_apart_and_what_a_person_joined_is_joined() {
        Report one = Told.by("Gazette", "one");
        Report two = Told.by("Herald", "two");

        assertThat(groups(
                        List.of(one, two),
                        List.of(new Join(one, two, 9, false)),
                        Set.of(Groups.pair(one.statement(), two.statement()))))
                .hasSize(2);
        assertThat(groups(List.of(one, two), List.of(new Join(one, two, 100, true)), Set.of()))
                .hasSize(1);
    }

    private static Report any(List<Report> reports, Random random) {
        return reports.get(random.nextInt(reports.size()));
    }

    private static Set<Set<Report>> groups(List<Report> reports, List<Join> joins, Set<List<UUID>> apart) {
        return Groups.of(reports, joins, apart).stream().map(Set::copyOf).collect(Collectors.toSet());
    }
}
