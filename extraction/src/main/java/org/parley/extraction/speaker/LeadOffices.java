package org.parley.extraction.speaker;

import java.util.List;
import java.util.function.Function;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * News tells first what "the port's harbour master said", and his name in the next paragraph: "'It is late,' Olav Sund told reporters". Whose
 * office the name does not tell holds that one.
 */
final class LeadOffices {

    private LeadOffices() {}

    /** Gives the first person named after an unnamed office of the first paragraph that office, where he has none. */
    static void tell(
            Article article, List<NameMention> mentions, Function<NameMention, Person> bearer, RoleFinder roles) {
        if (mentions.isEmpty() || article.sentences().isEmpty()) {
            return;
        }
        NameMention first = mentions.get(0);
        Person person = bearer.apply(first);
        int lead = article.paragraphAt(article.sentences().get(0).span().start());
        int named = article.paragraphAt(first.span().start());
        if (named - lead < 1 || named - lead > 2 || !person.roles().isEmpty() || !first.isSubject() || first.quoted()) {
            return;
        }
        Word office = null;
        for (ParsedSentence sentence : article.sentences()) {
            if (sentence.span().start() > first.span().start()) {
                break;
            }
            for (Word word : sentence.words()) {
                if (isOffice(word, roles) && !article.inQuotation(word)) {
                    if (office != null && !RoleFinder.sameNoun(office, word)) {
                        return; // of two nobody knows which
                    }
                    office = word;
                }
            }
        }
        if (office == null || article.paragraphAt(office.start()) > lead + 1) {
            return;
        }
        Span span = Clauses.nounPhrase(office);
        String text = Names.clean(article.text(span));
        if (text.indexOf(' ') > 0) {
            person.add(new Role(text, new Span(span.end() - text.length(), span.end()), office));
        }
    }

    /** "Norland's fisheries minister said": definite, one, and the subject of a verb of the past. */
    private static boolean isOffice(Word word, RoleFinder roles) {
        boolean definite = Clauses.nounPhraseWords(word).stream()
                .anyMatch(w -> w.index() < word.index()
                        && (w.hasRelation("poss")
                                || (w.hasRelation("det") && w.lower().equals("the"))));
        return roles.isRoleNoun(word)
                && definite
                && word.hasRelation("nsubj")
                && !word.tag().equals("NNS")
                && !word.tag().equals("NNPS")
                && word.head() != null
                && word.head().tag().equals("VBD");
    }
}
