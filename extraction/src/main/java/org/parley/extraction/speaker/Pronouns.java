package org.parley.extraction.speaker;

import java.util.Collection;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gender;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Whom "he" or "she" means: persons named before it outside quotations, weighed by how near, in what part of the sentence, and whether
 * they were speaking.
 */
final class Pronouns {

    private static final int FAR = 1_500;
    private static final int PARAGRAPH = 700;

    private final Article article;
    private final People people;

    Pronouns(Article article, People people) {
        this.article = article;
        this.people = people;
    }

    /** The person meant, or null. */
    Person resolve(Word pronoun, Person lastSpeaker, int lastPlace) {
        Gender gender = switch (pronoun.lower()) {
            case "she", "her" -> Gender.FEMALE;
            default -> Gender.MALE;
        };
        int paragraph = article.paragraphAt(pronoun.start());
        Span here = article.paragraphs().get(Math.max(0, paragraph));
        Collection<NameMention> before = people.between(Math.max(0, pronoun.start() - FAR), pronoun.start());
        Person best = null;
        double most = 0;
        int sentence = article.sentenceOf(pronoun).index();
        for (NameMention mention : before) {
            Person person = people.of(mention);
            if (mention.quoted()
                    || !person.mayBe(gender)
                    || !article.regionIsProse(mention.span().start())) {
                continue;
            }
            double weight = weight(
                    mention,
                    pronoun,
                    sentence - mention.sentence().index(),
                    mention.span().start() >= here.start());
            weight += person.gender() == gender ? 1 : 0;
            if (weight >= most) {
                most = weight;
                best = person;
            }
        }
        boolean speaking = lastSpeaker != null
                && lastSpeaker.mayBe(gender)
                && lastPlace >= 0
                && lastPlace < pronoun.start()
                && pronoun.start() - lastPlace < PARAGRAPH;
        if (speaking) {
            double weight = (lastPlace >= here.start() ? 5.5 : 3.5) + (lastSpeaker.gender() == gender ? 1 : 0);
            if (best == null || (weight > most && !(best != lastSpeaker && isFreshSubject(best, pronoun, lastPlace)))) {
                best = lastSpeaker;
            }
        }
        return best;
    }

    /** Named as a subject since the last speaker spoke, in the sentence right before. */
    private boolean isFreshSubject(Person person, Word pronoun, int lastPlace) {
        int sentence = article.sentenceOf(pronoun).index();
        for (NameMention mention : people.between(lastPlace + 1, pronoun.start())) {
            if (people.of(mention) == person
                    && !mention.quoted()
                    && mention.isSubject()
                    && sentence - mention.sentence().index() <= 1) {
                return true;
            }
        }
        return false;
    }

    private static double weight(NameMention mention, Word pronoun, int sentences, boolean sameParagraph) {
        double near = sentences == 0 ? 3 : sentences == 1 ? 3 : sentences == 2 ? 2 : sentences < 5 ? 1 : 0.2;
        double part = mention.isSubject()
                ? 2
                : mention.isPossessor() ? -0.5 : mention.head().hasRelation("appos") ? 1 : 0;
        return near + part + (sameParagraph ? 1.5 : 0);
    }
}
