package org.parley.extraction.attribution;

import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** What a plain "said" does, by the clause it brings: to say "we will come" is to promise, to say "it is a disgrace" to judge. */
final class ClauseActs {

    private static final Set<String> SPEAKER = Set.of("i", "we", "he", "she", "they", "it");
    private static final Set<String> POSSESSORS = Set.of("our", "my", "his", "her", "its", "their");
    private static final Set<String> FUTURE = Set.of("will", "would", "shall", "'ll", "'d", "wo");
    private static final Set<String> DUTY = Set.of("must", "should", "ought");

    private ClauseActs() {}

    /** The act, or null where the clause tells none. */
    static SpeechAct of(Attribution statement) {
        Word main = main(statement);
        if (main == null) {
            return null;
        }
        String modal = Clauses.modal(main);
        if (modal != null && DUTY.contains(modal)) {
            return SpeechAct.DEMAND;
        }
        if (isFuture(modal) && isOwn(Clauses.ownSubject(main))) {
            return Clauses.isNegated(main) ? SpeechAct.REJECT : SpeechAct.PROMISE;
        }
        if (modal != null && (modal.equals("will") || modal.equals("wo"))) {
            return SpeechAct.PREDICT;
        }
        return modal == null && isJudgement(main) ? SpeechAct.EVALUATE : null;
    }

    static boolean isFuture(String modal) {
        return modal != null && FUTURE.contains(modal);
    }

    /** The verb that heads the content's clause. */
    static Word main(Attribution statement) {
        if (statement.sentence() == null) {
            return null;
        }
        for (Word word : statement.sentence().words()) {
            boolean within = statement.content().stream().anyMatch(c -> contains(c, word));
            boolean top = word.head() == null || statement.content().stream().noneMatch(c -> contains(c, word.head()));
            if (within && top && (word.isVerb() || word.tag().equals("MD")) && Clauses.ownSubject(word) != null) {
                return word;
            }
        }
        return null;
    }

    private static boolean contains(Span span, Word word) {
        return span.contains(word.start());
    }

    private static boolean isOwn(Word subject) {
        return subject != null
                && (SPEAKER.contains(subject.lower())
                        || subject.kids("poss").stream().anyMatch(k -> POSSESSORS.contains(k.lower())));
    }

    /** "is a disgrace", "was fair": not "is closed", "is in Elm". */
    private static boolean isJudgement(Word main) {
        if (!main.lemma().equals("be")) {
            return false;
        }
        Word predicate = main.kid("attr", "acomp");
        return predicate != null
                && (predicate.tag().startsWith("JJ")
                        || predicate.kids("det").stream()
                                .anyMatch(d -> Set.of("a", "an").contains(d.lower()))
                        || predicate.kid("amod") != null);
    }
}
