package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** Which words make one point: each of what "and" joins is one. */
final class PointPhrases {

    private PointPhrases() {}

    /** "issues including disputes, guarantees and aid": what is included, not the issues; and what and joins to it. */
    static void spread(Word noun, List<Word> into) {
        for (Word kid : noun.kids()) {
            boolean names = (kid.hasRelation("prep", "acl")
                            && Set.of("including", "like").contains(kid.lower()))
                    || (kid.lower().equals("as") && kid.hasRelation("prep"));
            if (names && kid.kid("pobj", "dobj") != null) {
                spread(kid.kid("pobj", "dobj"), into);
                return;
            }
        }
        into.add(noun);
        for (Word also : noun.kids("conj")) {
            spread(also, into);
        }
    }

    /** What is held, without what and joins to it. */
    static Span of(Word noun) {
        List<Word> words = new ArrayList<>();
        collect(noun, noun, words);
        return Clauses.span(words);
    }

    /** A word and what hangs on it, without what and joins. */
    private static void collect(Word at, Word top, List<Word> into) {
        into.add(at);
        for (Word kid : at.kids()) {
            boolean other = (at == top && kid.hasRelation("conj", "cc", "punct", "preconj", "appos", "parataxis"))
                    || (kid.hasRelation("punct") && kid.index() > top.index());
            if (!other) {
                collect(kid, top, into);
            }
        }
    }

    /** What is to be done: a verb with all that is its own, but for its subject. */
    static Span clause(Word verb, Word subject) {
        List<Word> words = new ArrayList<>();
        words.add(verb);
        for (Word kid : verb.kids()) {
            boolean other = kid == subject
                    || kid.hasRelation("conj", "cc", "punct", "parataxis", "mark")
                    || (kid.hasRelation("advcl")
                            && kid.index() > verb.index()
                            && kid.tag().equals("VBG"));
            if (!other) {
                words.addAll(kid.subtree());
            }
        }
        return Clauses.span(words);
    }
}
