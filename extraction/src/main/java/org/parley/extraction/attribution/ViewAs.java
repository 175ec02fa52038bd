package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** "described the draft as a working document", "was described by X as ...", "called it a floor". Content: object and opinion. */
final class ViewAs {

    private static final Set<String> WITH_AS = Set.of(
            "view",
            "see",
            "regard",
            "describe",
            "dismiss",
            "label",
            "brand",
            "characterize",
            "characterise",
            "hail",
            "denounce",
            "condemn",
            "praise",
            "call",
            "portray",
            "depict",
            "reject",
            "welcome",
            "cast",
            "present",
            "criticize",
            "criticise",
            "mock",
            "deride",
            "slam",
            "decry",
            "defend",
            "tout",
            "laud",
            "applaud",
            "champion",
            "attack",
            "blast",
            "ridicule",
            "scorn",
            "endorse",
            "interpret",
            "frame",
            "refer");
    private static final Set<String> PREPOSITIONS = Set.of("regard", "consider");
    private static final Set<String> NAMING =
            Set.of("call", "dub", "label", "brand", "term", "deem", "declare", "consider");
    private static final Set<String> NOT_ITS =
            Set.of("punct", "advcl", "conj", "cc", "agent", "npadvmod", "aux", "auxpass");

    private final CueTable cues;
    private final Sources sources;
    private final Speakers speakers;

    ViewAs(CueTable cues, Sources sources, Speakers speakers) {
        this.cues = cues;
        this.sources = sources;
        this.speakers = speakers;
    }

    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        if (!verb.isVerb()) {
            return null;
        }
        String lemma = verb.lemma();
        if (QuotedComplements.isSoCalled(verb, sentence)) {
            return null;
        }
        boolean as = WITH_AS.contains(lemma) && asKid(verb) != null;
        boolean naming = NAMING.contains(lemma)
                && (verb.kid("oprd") != null
                        || (verb.kid("dobj") != null && verb.kid("attr", "acomp") != null)
                        || smallClause(verb) != null);
        if ((!as && !naming) || Reality.of(verb, sentence) != Reality.SAID) {
            return null;
        }
        if (isCustom(verb) || (verb.tag().equals("VBG") && PREPOSITIONS.contains(lemma))) {
            return null; // "a statement regarding the loss as ...": no verb at all
        }
        boolean passive = Clauses.isPassive(verb);
        Word head = passive ? Clauses.agent(verb) : sources.of(verb, sentence);
        if (head == null || (!speakers.isSomebody(head) && !speakers.isDocument(head))) {
            return null;
        }
        List<Word> said = new ArrayList<>();
        for (Word kid : verb.kids()) {
            if (kid.index() > verb.index()
                    && kid != head
                    && (!NOT_ITS.contains(kid.relation()) || isJudged(kid))
                    && !kid.isBelow(head)
                    && !head.isBelow(kid)) {
                said.addAll(kid.subtree());
            }
        }
        if (said.isEmpty()) {
            return null;
        }
        List<Span> content = Borders.tidy(List.of(Clauses.span(said)), article);
        if (content.isEmpty()) {
            return null;
        }
        Cue cue = cues.verb(verb, sentence);
        boolean thought = (cue != null && cue.isMental())
                || lemma.equals("view")
                || lemma.equals("see")
                || lemma.equals("regard")
                || lemma.equals("consider");
        return new Attribution(
                sentence,
                verb,
                lemma,
                thought ? CueClass.THINK : CueClass.EVALUATE,
                verb.span(),
                head,
                SourcePhrase.of(head, verb, sentence, article),
                content,
                as ? "view-as" : "naming",
                thought ? 0.7 : 1);
    }

    /** "Locals call the bridge 'the comb'": what everybody calls a thing is its nickname. */
    static boolean isCustom(Word verb) {
        Word subject = Clauses.ownSubject(verb);
        return NAMING.contains(verb.lemma())
                && verb.tag().equals("VBP")
                && subject != null
                && (subject.tag().equals("NNS") || subject.isPronoun())
                && subject.kid("det", "nummod", "poss") == null;
    }

    private static Word asKid(Word verb) {
        for (Word kid : verb.kids()) {
            if ((kid.lower().equals("as") && kid.index() > verb.index() && !kid.hasRelation("mark"))
                    || (kid.index() > verb.index() && isJudged(kid))) {
                return kid;
            }
            Word object = kid.hasRelation("dobj") ? kid : null;
            if (object != null) {
                for (Word low : object.kids()) {
                    if ((low.lower().equals("as") && low.hasRelation("prep")) || isJudged(low)) {
                        return low;
                    }
                }
            }
        }
        return null;
    }

    /** "described the bill as exaggerated": no clause. */
    private static boolean isJudged(Word kid) {
        Word as = kid.kid("mark");
        return kid.hasRelation("advcl", "acl")
                && kid.tag().equals("VBN")
                && as != null
                && as.lower().equals("as")
                && kid.index() - as.index() < 3
                && Clauses.ownSubject(kid) == null;
    }

    /** "called [it a floor]" read as a clause without a verb. */
    private static Word smallClause(Word verb) {
        Word clause = verb.kid("ccomp", "xcomp");
        return clause != null && !clause.isVerb() ? clause : null;
    }
}
