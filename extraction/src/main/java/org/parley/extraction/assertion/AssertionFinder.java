package org.parley.extraction.assertion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.proposal.Amount;
import org.parley.extraction.proposal.Counts;
import org.parley.extraction.syntax.Article;

/**
 * Finds what an article states of proposals in its own voice: how many points one has, what it was cut to, what amounts
 * it gives, its day, its end, who has accepted or rejected it.
 */
public final class AssertionFinder {

    private final Article article;
    private final TreeMap<Integer, Integer> said = new TreeMap<>();

    public AssertionFinder(Article article) {
        this.article = article;
    }

    /** The assertions, in order; those that somebody is said to make are left to the statements. */
    public List<ExtractedAssertion> in(
            List<ProposalMention> mentions, List<ExtractedProposal> proposals, List<ExtractedStatement> statements) {
        keepSaid(statements);
        List<ExtractedAssertion> found = new ArrayList<>();
        Map<Integer, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            ProposalMention mention = mentions.get(i);
            firstOf.putIfAbsent(mention.group(), i);
            if (mention.rule().equals("counted")) {
                add(found, "pointCount", mention.pointCount().toString(), mention.span(), i);
            }
            int end = article.sentenceAt(mention.span().start()).span().end();
            Counts.Count has = Counts.has(article.text(), mention.span(), end);
            if (has != null) {
                add(found, "pointCount", String.valueOf(has.now()), has.span(), i);
            }
            addAmounts(found, mentions, i, end);
            ExtractedAssertion stance = NarratedStances.of(mention, i, article);
            if (stance != null && stance.receipts().stream().allMatch(this::isOwnVoice)) {
                found.add(stance);
            }
        }
        for (ExtractedProposal proposal : proposals) {
            for (ExtractedVersion version : proposal.versions()) {
                int mention = firstOf.getOrDefault(version.group(), -1);
                String count = version.pointCount() == null
                        ? null
                        : version.pointCount().toString();
                if (version.revised() != null && version.previous() >= 0) {
                    add(
                            found,
                            count == null ? "version" : "revisedPointCount",
                            count == null ? "revised" : count,
                            version.revised(),
                            mention);
                }
                if (count != null && version.counted() != null) {
                    add(found, "pointCount", count, version.counted(), mention);
                }
                if (version.datedOn() != null && version.dated() != null) {
                    add(found, "date", version.datedOn().toString(), version.dated(), mention);
                }
            }
            if (proposal.withdrawn() != null) {
                int mention = firstOf.getOrDefault(proposal.versions().get(0).group(), -1);
                add(found, "status", "withdrawn", proposal.withdrawn(), mention);
            }
        }
        found.sort((a, b) -> a.receipts().get(0).compareTo(b.receipts().get(0)));
        return found;
    }

    /** Amounts that its sentence gives behind a mention, as far as the next one: "the draft offers a quota of 1.2 million tonnes". */
    private void addAmounts(List<ExtractedAssertion> found, List<ProposalMention> mentions, int i, int sentenceEnd) {
        int from = mentions.get(i).span().end();
        boolean last = i + 1 == mentions.size() || mentions.get(i + 1).span().start() >= sentenceEnd;
        int to = last ? sentenceEnd : mentions.get(i + 1).span().start();
        if (from >= to) {
            return;
        }
        for (Amount amount : Amount.of(article.text().substring(from, to))) {
            int start = from + amount.start();
            if (amount.exact()) {
                add(
                        found,
                        "amount",
                        amount.plain(),
                        new Span(start, start + amount.words().length()),
                        i);
            }
        }
    }

    /** Unless somebody is said to have said it, or the same is stated by these words already. */
    private void add(List<ExtractedAssertion> found, String field, String value, Span span, int mention) {
        boolean told = found.size() < 2_000
                && found.stream()
                        .skip(Math.max(0, found.size() - 200))
                        .anyMatch(other -> other.value().equals(value)
                                && other.receipts().get(0).overlaps(span));
        if (isOwnVoice(span) && !told) {
            found.add(new ExtractedAssertion(field, value, List.of(span), mention));
        }
    }

    /** What somebody is said to have said: start to end, none overlapping. */
    private void keepSaid(List<ExtractedStatement> statements) {
        List<Span> all = new ArrayList<>();
        statements.forEach(s -> all.addAll(s.content()));
        all.sort(Span::compareTo);
        for (Span span : all) {
            Map.Entry<Integer, Integer> before = said.floorEntry(span.start());
            if (before != null && before.getValue() >= span.start()) {
                said.put(before.getKey(), Math.max(before.getValue(), span.end()));
            } else {
                said.put(span.start(), span.end());
            }
        }
    }

    private boolean isOwnVoice(Span span) {
        Map.Entry<Integer, Integer> before = said.lowerEntry(span.end());
        return !article.inQuotation(span.start()) && (before == null || before.getValue() <= span.start());
    }
}
