package org.parley.extraction.proposal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Nouns that name a proposal in one article and something else in most: a "schedule" is one where the article counts its points ("the
 * 11-point schedule"), has drafts of it, or tells that somebody rejected or signed it.
 */
final class LocalHeads {

    private static final Set<String> DEALING = Set.of(
            "accept",
            "adopt",
            "amend",
            "approve",
            "back",
            "call",
            "circulate",
            "criticise",
            "criticize",
            "debate",
            "defend",
            "denounce",
            "describe",
            "dismiss",
            "draft",
            "endorse",
            "initial",
            "negotiate",
            "oppose",
            "pass",
            "praise",
            "propose",
            "ratify",
            "redraft",
            "reject",
            "revise",
            "sign",
            "support",
            "table",
            "unveil",
            "veto",
            "welcome",
            "withdraw");
    private static final Set<String> BEFORE = Set.of("draft", "planned", "proposed", "revised", "amended");
    private static final Set<String> OFFERS = Set.of("offer", "proposal", "idea");
    private static final Set<String> VERSIONS = Set.of("draft", "version", "revision", "outline");

    private LocalHeads() {}

    /** The lemmas that name proposals in this article alone. */
    static Set<String> in(Article article, Map<String, Head> heads) {
        Set<String> local = new HashSet<>();
        for (ParsedSentence sentence : article.sentences()) {
            for (Word word : sentence.words()) {
                Head head = word.isNoun() ? heads.get(word.lemma()) : null;
                if (head != null
                        && head.use() == Head.Use.LOCAL
                        && (isCounted(word, sentence)
                                || isVersioned(word)
                                || isOffered(word)
                                || isDealtWith(word)
                                || isSupposed(word))) {
                    local.add(head.lemma());
                }
            }
        }
        return local;
    }

    /** "11-point schedule", "draft schedule". */
    private static boolean isCounted(Word noun, ParsedSentence sentence) {
        if (noun.index() == 0) {
            return false;
        }
        return Counted.before(sentence, noun) != null
                || noun.kids().stream().anyMatch(kid -> kid.index() < noun.index() && BEFORE.contains(kid.lower()));
    }

    /** "an offer of a 90-day contract", "a proposal for a charter". */
    private static boolean isOffered(Word noun) {
        Word of = noun.hasRelation("pobj") ? noun.head() : null;
        return of != null
                && (of.lower().equals("of") || of.lower().equals("for"))
                && of.head() != null
                && OFFERS.contains(of.head().lemma())
                && noun.kids("det").stream().anyMatch(d -> Naming.INDEFINITE.contains(d.lower()));
    }

    /** "a third draft of its schedule". */
    private static boolean isVersioned(Word noun) {
        Word of = noun.hasRelation("pobj") ? noun.head() : null;
        return of != null
                && of.lower().equals("of")
                && of.head() != null
                && VERSIONS.contains(of.head().lemma());
    }

    /** "the levy would cost us dear", "under the levy", "a vote on the levy". */
    private static boolean isSupposed(Word noun) {
        Word head = noun.head();
        if (head == null || noun.kid("det", "poss") == null) {
            return false;
        }
        boolean would = noun.hasRelation("nsubj")
                && head.kids("aux").stream().anyMatch(aux -> aux.lower().equals("would"));
        boolean voted = head.lower().equals("on")
                && head.head() != null
                && head.head().lemma().equals("vote");
        return would || (noun.hasRelation("pobj") && (head.lower().equals("under") || voted));
    }

    /** "rejected the schedule", "the schedule was signed". */
    private static boolean isDealtWith(Word noun) {
        Word verb = noun.hasRelation("dobj", "nsubjpass") ? noun.head() : null;
        return verb != null
                && verb.isVerb()
                && noun.kid("det", "poss") != null
                && (DEALING.contains(verb.lemma()) || Making.isPuttingForward(verb));
    }
}
