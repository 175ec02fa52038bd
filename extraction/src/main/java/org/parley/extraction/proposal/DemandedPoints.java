package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.extraction.ExtractedPoint;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.StatementForm;

/** What somebody with a list of demands says must be is one of them: "Osterland repeated that the tolls must fall, one of its eight conditions". */
public final class DemandedPoints {

    private static final int MOST = 60;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 300;
    private static final double CONFIDENCE = 0.6;

    private DemandedPoints() {}

    /** The proposals, with what their makers are said to demand among the points of their demands. */
    public static List<ExtractedProposal> among(
            List<ExtractedProposal> proposals,
            List<ProposalMention> mentions,
            List<ExtractedStatement> statements,
            String text) {
        Map<Integer, List<Span>> byGroup = new HashMap<>();
        for (ExtractedStatement statement : statements) {
            if (statement.act() != SpeechAct.DEMAND
                    || statement.form() != StatementForm.INDIRECT
                    || statement.about().isEmpty()) {
                continue;
            }
            About about = statement.about().get(0);
            ProposalMention mention = mentions.get(about.mention());
            boolean own = mention.proposal() >= 0
                    && about.stance() == StanceValue.SUPPORT
                    && isDemands(proposals.get(mention.proposal()));
            Span words = statement.content().get(0);
            if (own && !mention.span().overlaps(new Span(words.start(), words.start() + 1))) {
                byGroup.computeIfAbsent(mention.group(), none -> new ArrayList<>())
                        .add(before(mention.span(), words, text));
            }
        }
        return byGroup.isEmpty()
                ? proposals
                : proposals.stream().map(one -> with(byGroup, one)).toList();
    }

    private static boolean isDemands(ExtractedProposal proposal) {
        return proposal.kind() == ProposalMention.Kind.DEMANDS
                || proposal.kind() == ProposalMention.Kind.COUNTER_PROPOSAL;
    }

    /** Without the apposition that says of which list it is. */
    private static Span before(Span mention, Span words, String text) {
        if (!words.overlaps(mention)) {
            return words;
        }
        int comma = text.lastIndexOf(',', mention.start());
        return comma > words.start() ? new Span(words.start(), comma) : words;
    }

    private static ExtractedProposal with(Map<Integer, List<Span>> byGroup, ExtractedProposal one) {
        return new ExtractedProposal(
                one.kind(),
                one.family(),
                one.sponsors(),
                one.persons(),
                one.names(),
                one.respondsTo(),
                one.response(),
                one.withdrawn(),
                one.withdrawnOn(),
                one.versions().stream()
                        .map(version -> with(byGroup.getOrDefault(version.group(), List.of()), version))
                        .toList());
    }

    private static ExtractedVersion with(List<Span> demanded, ExtractedVersion version) {
        List<ExtractedPoint> points = new ArrayList<>(version.points());
        for (Span span : demanded) {
            if (points.size() >= MOST) {
                break;
            }
            boolean known = points.stream().anyMatch(point -> point.span().overlaps(span));
            if (!known && span.length() >= SHORTEST && span.length() <= LONGEST) {
                points.add(new ExtractedPoint(span, null, null, null, CONFIDENCE));
            }
        }
        return new ExtractedVersion(
                version.group(),
                version.order(),
                version.ordinal(),
                version.pointCount(),
                version.counted(),
                version.datedOn(),
                version.dated(),
                version.previous(),
                version.revised(),
                points);
    }
}
