package org.parley.extraction.attribution;

import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** "was quoted by the Herald as saying ...": who is quoted speaks, the Herald has it. */
final class QuotedAs {

    private static final Set<String> QUOTE = Set.of("quote", "cite", "report");

    private QuotedAs() {}

    /** Whether this passive is followed by "as saying". */
    static boolean isQuotedAs(Word verb) {
        return QUOTE.contains(verb.lemma()) && saying(verb) != null;
    }

    private static Word saying(Word verb) {
        for (Word below : verb.subtree()) {
            if (below.tag().equals("VBG")
                    && below.index() > verb.index()
                    && below.index() < verb.index() + 12
                    && below.head() != null
                    && below.head().lower().equals("as")) {
                return below;
            }
        }
        return null;
    }

    /** For the "saying" of such a passive: the agent of the passive is the way it reached us. */
    static void relay(Attribution made, Word verb, ParsedSentence sentence, Article article) {
        for (Word up = verb.head(); up != null; up = up.head()) {
            if (QUOTE.contains(up.lemma()) && Clauses.isPassive(up)) {
                Word agent = Clauses.agent(up);
                if (agent != null) {
                    made.via = Sources.phrase(agent, null, sentence, article);
                }
                return;
            }
        }
    }
}
