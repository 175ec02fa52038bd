package org.parley.extraction.attribution;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Nouns that carry a saying, with their owner: "her promise to come", "the mayor's claim that ...", "Orr's description of it as a floor".
 * A noun that nobody owns tells nobody's words. Rule {@code nominal}.
 */
final class NounCues {

    private static final Set<CueClass> SAYING = EnumSet.of(
            CueClass.SAY,
            CueClass.CLAIM,
            CueClass.ANNOUNCE,
            CueClass.DEMAND,
            CueClass.PROMISE,
            CueClass.DENY,
            CueClass.ADMIT,
            CueClass.WARN,
            CueClass.PREDICT,
            CueClass.EVALUATE);
    private static final Set<CueClass> WITH_INFINITIVE = EnumSet.of(CueClass.PROMISE, CueClass.DEMAND, CueClass.WARN);
    /** Nouns that tell their owner's will towards a thing or deed: "his refusal to pay", "her rejection of the offer". Not "willingness": mostly the writer's word for what somebody did. */
    private static final Set<String> WILL = Set.of("refusal", "rejection", "readiness", "opposition");

    private static final Set<String> DESCRIPTIONS = Set.of(
            "characterization",
            "characterisation",
            "description",
            "portrayal",
            "depiction",
            "dismissal",
            "denunciation");
    private static final Set<String> ENDS = Set.of("VBD", "VBZ", "VBP", "MD", ",", ".", ":");
    private static final int LONGEST = 30;

    private final CueTable cues;
    private final Speakers speakers;

    NounCues(CueTable cues, Speakers speakers) {
        this.cues = cues;
        this.speakers = speakers;
    }

    Attribution at(Word noun, ParsedSentence sentence, Article article) {
        Cue cue = cues.noun(noun);
        boolean description = DESCRIPTIONS.contains(noun.lemma());
        boolean will = cue != null && WILL.contains(noun.lemma());
        if (!description && !will && (cue == null || cue.strength() < 2 || !SAYING.contains(cue.type()))) {
            return null;
        }
        Word owner = owner(noun);
        if (owner == null || article.inQuotation(owner)) {
            return null;
        }
        Span said = description ? viewOf(noun, sentence) : will ? willed(noun) : said(noun, cue, sentence);
        List<Span> content = said == null ? List.of() : Borders.tidy(List.of(said), article);
        if (content.isEmpty() || content.stream().anyMatch(c -> c.contains(owner.start()))) {
            return null;
        }
        return new Attribution(
                sentence,
                noun,
                noun.lemma(),
                description ? CueClass.EVALUATE : cue.type(),
                noun.span(),
                owner,
                SourcePhrase.of(owner, null, sentence, article),
                content,
                "nominal",
                1);
    }

    private Word owner(Word noun) {
        Word owner = noun.kid("poss");
        for (Word kid : noun.kids("prep")) {
            owner = owner == null && Set.of("by", "from").contains(kid.lower()) ? kid.kid("pobj") : owner;
        }
        boolean somebody = owner != null
                && (speakers.isSomebody(owner)
                        || Set.of("his", "her", "their", "my", "our").contains(owner.lower()));
        return somebody ? owner : null;
    }

    /** "that the road was open", or "to open the road". */
    private static Span said(Word noun, Cue cue, ParsedSentence sentence) {
        for (Word kid : noun.kids()) {
            if (kid.index() < noun.index() || !kid.isVerb()) {
                continue;
            }
            Span span = kid.subtreeSpan();
            if (Clauses.isInfinitive(kid) && Clauses.ownSubject(kid) == null) {
                return WITH_INFINITIVE.contains(cue.type()) ? span : null;
            }
            Word first = firstOf(kid, sentence);
            if (cue.clause() == Cue.Clause.YES
                    && first.lower().equals("that")
                    && first.index() <= noun.index() + 3
                    && Clauses.ownSubject(kid) != null
                    && !Clauses.ownSubject(kid).equals(first)) {
                return new Span(first.end(), span.end());
            }
        }
        return null;
    }

    /** "to sign the treaty", or what "of the offer" holds. */
    private static Span willed(Word noun) {
        for (Word kid : noun.kids()) {
            if (kid.index() > noun.index() && Clauses.isInfinitive(kid) && Clauses.ownSubject(kid) == null) {
                return kid.subtreeSpan();
            }
            Word object = kid.hasRelation("prep") && Set.of("of", "to").contains(kid.lower()) ? kid.kid("pobj") : null;
            if (object != null && kid.index() == noun.index() + 1) {
                return object.subtreeSpan();
            }
        }
        return null;
    }

    /** "of the draft as a floor", up to the next verb or comma. */
    private static Span viewOf(Word noun, ParsedSentence sentence) {
        int from = noun.index() + 1;
        if (from + 3 >= sentence.size() || !sentence.word(from).lower().equals("of")) {
            return null;
        }
        boolean as = false;
        int end = from + 1;
        while (end < sentence.size()
                && end < from + LONGEST
                && !ENDS.contains(sentence.word(end).tag())) {
            as |= sentence.word(end).lower().equals("as");
            end++;
        }
        return as
                ? new Span(
                        sentence.word(from + 1).start(), sentence.word(end - 1).end())
                : null;
    }

    private static Word firstOf(Word clause, ParsedSentence sentence) {
        Word first = clause;
        for (Word word : clause.subtree()) {
            first = word.index() < first.index() ? word : first;
        }
        return sentence.word(first.index());
    }
}
