package org.parley.extraction.attribution;

import java.util.Set;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** "was quoted by the Herald as saying ...", "the Herald quoted her as saying ...": who is quoted speaks, the Herald has it. */
final class QuotedAs {

    private static final Set<String> QUOTE = Set.of("quote", "cite", "report");

    private QuotedAs() {}

    /** Whether this verb, passive or not, is followed by "as saying". */
    static boolean isQuotedAs(Word verb) {
        return QUOTE.contains(verb.lemma()) && saying(verb) != null;
    }

    /** Whom the Herald quotes as saying this, or null. */
    static Word quoted(Word saying) {
        Word verb = quoting(saying);
        return verb == null || Clauses.isPassive(verb) ? null : verb.kid("dobj");
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

    private static Word quoting(Word saying) {
        if (!saying.tag().equals("VBG")
                || saying.head() == null
                || !saying.head().lower().equals("as")) {
            return null;
        }
        Word up = saying.head().head();
        while (up != null && !up.isVerb()) {
            up = up.head();
        }
        return up != null && QUOTE.contains(up.lemma()) ? up : null;
    }

    /** For such a "saying": who quotes is the way it reached us. */
    static void relay(Attribution made, Word saying, ParsedSentence sentence, Article article) {
        Word verb = quoting(saying);
        if (verb == null) {
            return;
        }
        Word relay = Clauses.agent(verb);
        relay = relay != null ? relay : Clauses.agent(saying);
        relay = relay != null || Clauses.isPassive(verb) ? relay : Clauses.ownSubject(verb);
        if (relay != null) {
            made.via = SourcePhrase.of(relay, null, sentence, article);
        }
    }
}
