package org.parley.events.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.ProposalMention.Kind;
import org.parley.extraction.Span;

class MentionGroupTest {

    private static final UUID ARTICLE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void a_count_names_the_proposal() {
        MentionGroup group =
                group(mention("the 28-point plan", 28, null, Kind.PLAN), mention("the plan", null, null, Kind.PLAN));

        assertThat(group.title()).isEqualTo("28-point plan");
        assertThat(group.label()).isEqualTo("28 points");
        assertThat(group.key(ARTICLE)).isEqualTo(group.key(OTHER));
    }

    @Test
    void what_writers_call_a_counted_text_does_not_part_it_but_a_counter_proposal_does() {
        String plan =
                group(mention("the 12-point plan", 12, "Lusande", Kind.PLAN)).key(ARTICLE);
        String framework = group(mention("a 12-point framework", 12, "Lusande", Kind.FRAMEWORK))
                .key(OTHER);
        String counter = group(mention("a 12-point reply", 12, "Lusande", Kind.COUNTER_PROPOSAL))
                .key(OTHER);

        assertThat(framework).isEqualTo(plan);
        assertThat(counter).isNotEqualTo(plan);
    }

    @Test
    void a_sponsor_stands_in_title_and_key() {
        MentionGroup group = group(mention("Kesrania's conditions", null, "Kesrania", Kind.DEMANDS));

        assertThat(group.title()).isEqualTo("Conditions (Kesrania)");
        assertThat(group.key(ARTICLE)).isEqualTo(group.key(OTHER));
    }

    @Test
    void neither_count_nor_sponsor_means_one_of_its_article() {
        MentionGroup group = group(mention("the monitoring paper", null, null, Kind.OTHER));

        assertThat(group.title()).isEqualTo("Monitoring paper");
        assertThat(group.key(ARTICLE)).isNotEqualTo(group.key(OTHER));
    }

    private record Words(String words, Integer points, String sponsor, Kind kind) {}

    private static Words mention(String words, Integer points, String sponsor, Kind kind) {
        return new Words(words, points, sponsor, kind);
    }

    private static MentionGroup group(Words... all) {
        StringBuilder text = new StringBuilder();
        List<ProposalMention> mentions = new ArrayList<>();
        for (Words each : all) {
            Span span = new Span(text.length(), text.length() + each.words().length());
            text.append(each.words()).append(". ");
            String head = each.words().substring(each.words().lastIndexOf(' ') + 1);
            mentions.add(new ProposalMention(span, head, each.kind(), each.points(), each.sponsor(), 0, "test", 1));
        }
        return MentionGroup.of(mentions, text.toString());
    }
}
