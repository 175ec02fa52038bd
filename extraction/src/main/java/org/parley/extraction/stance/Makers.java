package org.parley.extraction.stance;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;

/** Who put a proposal forward, and so stands by it. Made for one article. */
final class Makers {

    /** What a proposal is that a side makes for itself: to speak of it is to stand by it. A plan may be a mediator's, and only told. */
    private static final Set<ProposalMention.Kind> ONES_OWN = EnumSet.of(
            ProposalMention.Kind.DEMANDS,
            ProposalMention.Kind.COUNTER_PROPOSAL,
            ProposalMention.Kind.OFFER,
            ProposalMention.Kind.OTHER);

    private static final Set<ProposalMention.Kind> LISTS =
            EnumSet.of(ProposalMention.Kind.DEMANDS, ProposalMention.Kind.COUNTER_PROPOSAL);

    /** What its maker does only with a plan that he stands by. */
    private static final Set<SpeechAct> COMMITTING =
            EnumSet.of(SpeechAct.DEMAND, SpeechAct.ORDER, SpeechAct.PROPOSE, SpeechAct.PROMISE, SpeechAct.PRAISE);

    private static final int MOST_LISTS = 20;

    private final List<ProposalMention> mentions;
    private final List<ExtractedProposal> proposals;
    private final Sides sides;
    private final List<Integer> lists;

    Makers(List<ProposalMention> mentions, List<ExtractedProposal> proposals, Sides sides) {
        this.mentions = mentions;
        this.proposals = proposals;
        this.sides = sides;
        this.lists = lists();
    }

    /** Who has a list of demands and says what must be speaks of that list: index of its mention that comes first; or -1. */
    int ownDemands(Attribution statement, List<Speaker> speakers) {
        return Acts.of(statement) != SpeechAct.DEMAND
                ? -1
                : lists.stream()
                        .filter(i -> speakOf(i, speakers, SpeechAct.DEMAND))
                        .findFirst()
                        .orElse(-1);
    }

    /** Indexes of the first mention of each list of demands; of the first lists only, as every demand is held against all. */
    private List<Integer> lists() {
        Map<Integer, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size() && first.size() < MOST_LISTS; i++) {
            int number = mentions.get(i).proposal();
            if (number >= 0 && LISTS.contains(proposals.get(number).kind())) {
                first.putIfAbsent(number, i);
            }
        }
        return List.copyOf(first.values());
    }

    /** Whether they or those they speak for have put it forward. */
    boolean made(int mention, List<Speaker> speakers) {
        int number = mentions.get(mention).proposal();
        return number >= 0 && proposals.get(number).sponsors().stream().anyMatch(maker -> sides.isFor(speakers, maker));
    }

    /** Whether they speak of what they or those they speak for have put forward. */
    boolean speakOf(int mention, List<Speaker> speakers, SpeechAct act) {
        ProposalMention first = mentions.get(mention);
        if (first.proposal() < 0 || act == SpeechAct.REJECT) {
            return false;
        }
        ExtractedProposal proposal = proposals.get(first.proposal());
        return (ONES_OWN.contains(proposal.kind()) || COMMITTING.contains(act))
                && proposal.sponsors().stream().anyMatch(maker -> sides.isFor(speakers, maker));
    }
}
