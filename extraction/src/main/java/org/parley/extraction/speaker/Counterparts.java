package org.parley.extraction.speaker;

import java.util.List;
import java.util.function.Function;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/** "His Norlandic counterpart, Petra Holm": the office of whoever was named before, for another state. */
final class Counterparts {

    private static final int NEAR = 800;

    private Counterparts() {}

    /** The role that "counterpart" beside the name at {@code index} tells, or null. */
    static Role of(int index, List<NameMention> mentions, Function<NameMention, Person> bearer, Gazetteers gazetteers) {
        NameMention mention = mentions.get(index);
        Word noun = beside(mention);
        Word nation = noun == null ? null : nation(noun, mention.sentence(), gazetteers);
        if (nation == null) {
            return null;
        }
        for (int i = index - 1; i >= 0; i--) {
            NameMention other = mentions.get(i);
            if (mention.span().start() - other.span().start() > NEAR) {
                return null;
            }
            Person person = bearer.apply(other);
            if (person != bearer.apply(mention) && !person.roles().isEmpty()) {
                String office = office(person.roles().get(0).text(), gazetteers);
                return office.isEmpty()
                        ? null
                        : new Role(nation.form() + " " + office, new Span(nation.start(), noun.end()), noun);
            }
        }
        return null;
    }

    /** The word "counterpart" right before the name, a comma and a title apart; or right behind it. */
    private static Word beside(NameMention mention) {
        ParsedSentence sentence = mention.sentence();
        int i = RoleFinder.firstWord(mention, sentence) - 1;
        i = i >= 0 && Honorifics.isHonorific(sentence.word(i).form()) ? i - 1 : i;
        i = i >= 0 && sentence.word(i).form().equals(",") ? i - 1 : i;
        if (i > 0 && sentence.word(i).lower().equals("counterpart")) {
            return sentence.word(i);
        }
        int after = RoleFinder.lastWord(mention, sentence) + 1;
        for (int k = after + 1; k < Math.min(after + 5, sentence.size()); k++) {
            if (sentence.word(after).form().equals(",")
                    && sentence.word(k).lower().equals("counterpart")) {
                return sentence.word(k);
            }
        }
        return null;
    }

    private static Word nation(Word noun, ParsedSentence sentence, Gazetteers gazetteers) {
        Word before = sentence.word(noun.index() - 1);
        boolean state = before.is(EntityType.NORP)
                || before.is(EntityType.GPE)
                || gazetteers.country(before.form()).isPresent()
                || (before.tag().startsWith("JJ")
                        && Character.isUpperCase(before.form().charAt(0)));
        return state ? before : null;
    }

    /** "Norlandic Foreign Minister", "foreign minister of Norland" and "Norland's foreign minister" without the state. */
    private static String office(String role, Gazetteers gazetteers) {
        String bare =
                role.replaceFirst("^(?:the )?\\p{Lu}[\\p{L}-]+['\u2019]s? ", "").replaceFirst(" (?:of|for) .*$", "");
        int space = bare.indexOf(' ');
        String first = space < 0 ? bare : bare.substring(0, space);
        boolean adjective =
                gazetteers.country(first).isPresent() || first.matches("\\p{Lu}\\p{L}+(?:n|ish|ese|ic|i|ch)");
        return adjective && gazetteers.titleKind(first).isEmpty() ? bare.substring(space + 1) : bare;
    }
}
