package org.parley.extraction.attribution;

import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * A row of deeds of speech that the tree takes for one within the other: in "The note praised the summit, stressed the need for haste and
 * voiced regret" it makes the first what the second says. Also a subject that it takes for a clause: "Ida Falk, associate professor, said".
 */
final class Rows {

    record Row(Word head, Complements.Found found) {}

    private Rows() {}

    /** Who speaks and what, of a verb that the tree gives no subject; or null. */
    static Row of(Word verb, Cue cue, Complements.Found found, Complements complements, Article article) {
        Word clause = first(verb);
        Word doer = clause == null ? null : Clauses.ownSubject(clause);
        if (doer == null || article.inQuotation(doer)) {
            return null;
        }
        List<Span> after =
                found.spans().stream().filter(s -> s.start() >= verb.end()).toList();
        if (!Clauses.isFinite(clause) && clause.kid("aux", "auxpass") == null) {
            return after.isEmpty() ? null : new Row(doer, new Complements.Found(after, found.rule(), found.hearer()));
        }
        if (verb.kid("dobj", "xcomp") == null) {
            return null;
        }
        Complements.Found own = verb == top(verb) ? complements.object(verb, cue) : found;
        return own == null ? null : new Row(doer, own);
    }

    /** "The ship will be the largest, announced last year": a verb without a speaker behind a clause that stands by itself. */
    static boolean isAfterthought(Word verb, Complements.Found found, Article article) {
        return found.rule().equals("clause")
                && (verb.tag().equals("VBN") || verb.tag().equals("VBD"))
                && found.spans().stream()
                        .allMatch(s -> s.end() <= verb.start()
                                && article.quotationsIn(s).isEmpty());
    }

    /** The clause before the first verb of the row. */
    private static Word first(Word verb) {
        Word top = top(verb);
        for (Word kid : top.kids("ccomp")) {
            if (kid.index() < top.index() && kid.isVerb()) {
                return kid;
            }
        }
        return null;
    }

    private static Word top(Word verb) {
        Word at = verb;
        while (at.hasRelation("conj") && at.head() != null && at.head().isVerb()) {
            at = at.head();
        }
        return at;
    }
}
