package org.parley.extraction.speaker;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.Word;

/**
 * "A senior diplomat said the plan was weak. He said it would fail": right behind the words of one who is not named, "he" goes on speaking,
 * not somebody who was named further up.
 */
final class Unnamed {

    private static final Set<String> FEMALE = Set.of(
            "woman", "sister", "mother", "daughter", "wife", "widow", "aunt", "girl", "spokeswoman", "chairwoman");
    private static final Set<String> MALE =
            Set.of("man", "brother", "father", "son", "husband", "uncle", "boy", "spokesman", "chairman", "priest");
    private static final int NEAR = 500;

    private Attribution last;
    private Speaker who;
    private boolean single;
    private String noun = "";

    /** To be told of each statement, in order. */
    void heard(Attribution statement, List<Speaker> speakers, boolean isBody) {
        Word head = statement.head();
        boolean group = speakers.size() == 1 && speakers.get(0).kind() == Speaker.Kind.GROUP;
        boolean pronoun = head != null && head.tag().equals("PRP");
        boolean same = pronoun && group && speakers.get(0).equals(who);
        single = group && (same ? single : head != null && head.tag().equals("NN") && !isBody);
        noun = head == null || same ? noun : head.lemma();
        who = group ? speakers.get(0) : null;
        last = statement;
    }

    /** Who spoke right before this pronoun without a name, or null. */
    Speaker before(Word pronoun, People people) {
        if (!single || last.place() >= pronoun.start() || pronoun.start() - last.place() > NEAR) {
            return null;
        }
        if (isMale(pronoun) ? FEMALE.contains(noun) : MALE.contains(noun)) {
            return null;
        }
        Collection<NameMention> between = people.between(last.place() + 1, pronoun.start());
        boolean named = between.stream().anyMatch(m -> !m.quoted() && !isInContent(m.span()));
        return named ? null : who;
    }

    private static boolean isMale(Word pronoun) {
        return !pronoun.lower().equals("she") && !pronoun.lower().equals("her");
    }

    private boolean isInContent(Span name) {
        return last.content().stream().anyMatch(c -> c.contains(name.start()));
    }
}
