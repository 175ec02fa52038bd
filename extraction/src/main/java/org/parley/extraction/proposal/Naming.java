package org.parley.extraction.proposal;

import java.util.Set;
import org.parley.extraction.parse.Word;

/** Whether a phrase with a noun for proposals names one, by what stands with the noun and what the article has named before. */
final class Naming {

    private static final Set<String> PURPOSE = Set.of("for", "on", "by", "from", "under", "with");
    static final Set<String> INDEFINITE = Set.of("a", "an", "another");
    /** What somebody who offers to do it brings about. */
    private static final Set<String> BRING = Set.of(
            "arrange", "broker", "organise", "organize", "hold", "begin", "start", "observe", "declare", "mediate");

    private Naming() {}

    /** @param families of the proposals that the article has named so far */
    static boolean names(Word noun, Head head, Features features, Set<String> families) {
        boolean plural = noun.tag().equals("NNS") || noun.tag().equals("NNPS");
        if (!plural && isPutForward(noun, head)) {
            return true;
        }
        boolean isIdea = head.lemma().equals("idea");
        return switch (head.use()) {
            case STRONG ->
                (features.isNamed()
                                || (!plural && (tellsPurpose(noun) || isOfOwn(noun)))
                                || (features.definite() && (families.contains(head.family()) || !plural)))
                        && (!plural || features.definite() || features.count() != null);
            case SURE -> !plural || features.definite();
            case DEFINITE -> features.definite() && !plural && !families.isEmpty();
            case MODIFIED ->
                (features.topic()
                                || (!head.family().equals("letter") && tellsPurpose(noun))
                                || features.order() != null
                                || features.count() != null
                                || features.body() != null
                                || (features.definite() && families.contains(head.family())))
                        && !plural;
            case ANAPHOR ->
                !plural
                        && ((features.definite() && !families.isEmpty())
                                || features.count() != null
                                || features.order() != null
                                || (features.topic() && features.definite()));
            case BARGAIN ->
                !plural
                        && (features.topic()
                                || features.count() != null
                                || features.order() != null
                                || (features.definite() && !noun.isProperNoun()));
            case LOCAL -> !plural && (features.definite() || features.isNamed());
            case MADE ->
                features.definite()
                        && !plural
                        && (families.contains(head.family())
                                || isOfferedNow(noun)
                                || (isIdea && features.sponsor() != null && noun.kid("prep") != null))
                        && (!isIdea
                                || features.sponsor() != null
                                || !noun.kids("det").stream()
                                        .allMatch(d -> d.lower().equals("the")));
            case COUNTED ->
                plural
                        && features.count() != null
                        && features.count() > 2
                        && (features.definite() || head.lemma().equals("point"));
            case PLURAL ->
                plural
                        && (features.count() != null
                                || (features.definite()
                                        && (features.sponsor() != null
                                                || isOfOwn(noun)
                                                || tellsPurpose(noun)
                                                || features.isNamed()
                                                || families.contains("terms"))));
        };
    }

    /** "proposed a pause", "a truce was offered": what is put forward is a proposal, whatever it is called. */
    static boolean isPutForward(Word noun, Head head) {
        Word verb = noun.head();
        boolean put = verb != null
                && verb.isVerb()
                && noun.hasRelation("dobj", "nsubjpass")
                && (Making.isPuttingForward(verb) || isOfferedToBring(verb, head));
        return put && noun.kids("det").stream().anyMatch(d -> INDEFINITE.contains(d.lower()));
    }

    /** "offered to arrange an exchange". */
    private static boolean isOfferedToBring(Word verb, Head head) {
        return (head.use() == Head.Use.MADE || head.family().equals("offer"))
                && BRING.contains(verb.lemma())
                && verb.hasRelation("xcomp")
                && Making.isPuttingForward(verb.head());
    }

    /** "proposed the exchange". */
    private static boolean isOfferedNow(Word noun) {
        Word verb = noun.head();
        return verb != null && verb.isVerb() && noun.hasRelation("dobj") && Making.isPuttingForward(verb);
    }

    /** "a plan to cut the quota", "an offer for both clubs". */
    private static boolean tellsPurpose(Word noun) {
        return noun.kids().stream()
                .anyMatch(kid -> kid.index() > noun.index()
                        && (PURPOSE.contains(kid.lower())
                                || (kid.tag().equals("VB") && kid.hasRelation("acl", "vmod", "relcl"))
                                || (kid.tag().equals("VBG") && kid.index() == noun.index() + 1)));
    }

    /** "demands of its own". */
    private static boolean isOfOwn(Word noun) {
        return noun.kids("prep").stream()
                .map(of -> of.kid("pobj"))
                .anyMatch(own -> own != null && own.lower().equals("own") && own.kid("poss") != null);
    }
}
