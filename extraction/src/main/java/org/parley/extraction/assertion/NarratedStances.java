package org.parley.extraction.assertion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.StanceValue;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Table;

/** What an article states somebody has done with a proposal: "Norland has flatly rejected the 16-point plan". */
final class NarratedStances {

    private static final Map<String, StanceValue> VERBS = new HashMap<>();

    static {
        for (String[] row : Table.rows("stance/narrated.tsv", NarratedStances.class)) {
            VERBS.put(row[0], StanceValue.valueOf(row[1]));
        }
    }

    private NarratedStances() {}

    /** The stance told by the verb that takes a mention as its object, with two receipts: whose it is, and what is told of him; or null. */
    static ExtractedAssertion of(ProposalMention mention, int index, Article article) {
        ParsedSentence sentence = article.sentenceAt(mention.span().start());
        Word noun = sentence.in(mention.span()).stream()
                .filter(word -> word.head() != null
                        && !mention.span().contains(word.head().start()))
                .findFirst()
                .orElse(null);
        Word verb = noun != null && noun.hasRelation("dobj") ? noun.head() : null;
        StanceValue stance = verb == null ? null : VERBS.get(verb.lemma());
        Word holder = stance == null || !isFact(verb) ? null : Clauses.ownSubject(verb);
        if (holder == null
                || (!holder.isProperNoun() && holder.entity() == null)
                || holder.start() > verb.start()
                || article.inQuotation(verb)) {
            return null;
        }
        return new ExtractedAssertion(
                "stance",
                stance.name(),
                List.of(
                        Clauses.nounPhrase(holder),
                        new Span(verb.start(), mention.span().end())),
                index);
    }

    /** It has happened or holds: not "would reject", "did not reject", "if it rejects". */
    private static boolean isFact(Word verb) {
        boolean told = Clauses.isFinite(verb) || (verb.tag().equals("VBN") && verb.kid("aux") != null);
        return told
                && !Clauses.isPassive(verb)
                && Clauses.modal(verb) == null
                && !Clauses.isNegated(verb)
                && verb.kid("mark") == null
                && !verb.hasRelation("ccomp", "advcl");
    }
}
