package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.names.Gender;
import org.parley.extraction.parse.Entity;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** Finds where persons are named: by the names tagger, by honorifics, and by surnames the article has used elsewhere. */
final class NameMentions {

    private final Article article;
    private final Gazetteers gazetteers;
    private final Set<String> surnames = new HashSet<>();

    NameMentions(Article article, Gazetteers gazetteers) {
        this.article = article;
        this.gazetteers = gazetteers;
    }

    List<NameMention> all() {
        for (ParsedSentence sentence : article.sentences()) {
            for (Entity entity : sentence.entities()) {
                if (isPerson(entity)) {
                    List<Word> words = name(grown(entity, sentence));
                    String name = article.text(new Span(
                            words.get(0).start(), words.get(words.size() - 1).end()));
                    if (name.indexOf(' ') > 0) {
                        surnames.add(name.substring(name.lastIndexOf(' ') + 1));
                    }
                }
            }
        }
        List<NameMention> found = new ArrayList<>();
        for (ParsedSentence sentence : article.sentences()) {
            read(sentence, found);
        }
        return found;
    }

    private void read(ParsedSentence sentence, List<NameMention> found) {
        int i = 0;
        while (i < sentence.size()) {
            Word word = sentence.word(i);
            Entity entity = word.entity();
            List<Word> words = List.of();
            if (entity != null && isPerson(entity) && entity.first() == word) {
                words = name(grown(entity, sentence));
                i = words.get(words.size() - 1).index();
            } else if (afterHonorific(sentence, i) && (entity == null || entity.type() != EntityType.PERSON)) {
                words = run(sentence, i);
                i = words.get(words.size() - 1).index();
            } else if (entity == null
                    || entity.type() == EntityType.ORG
                    || entity.type() == EntityType.GPE
                    || entity.type() == EntityType.NORP
                    || entity.type() == EntityType.MISC
                    || entity.type() == EntityType.FAC) {
                words = knownSurname(sentence, i);
                i += Math.max(0, words.size() - 1);
            }
            if (!words.isEmpty() && Character.isLetter(words.get(0).form().charAt(0))) {
                found.add(mention(words, sentence));
            }
            i++;
        }
    }

    /** "Norland Audit Office" is nobody, whatever the tagger says. */
    private boolean isPerson(Entity entity) {
        boolean body = entity.words().size() > 1
                && BodyNouns.isBody(entity.last().lower())
                && !gazetteers.isFirstName(entity.first().form());
        return entity.type() == EntityType.PERSON && !body;
    }

    /** The entity with what the tagger left off: the other half of a double name, the surname after a lone first name. */
    private static List<Word> grown(Entity entity, ParsedSentence sentence) {
        int from = entity.first().index();
        int to = entity.last().index() + 1;
        while (from > 1
                && touches(sentence, from)
                && sentence.word(from - 1).form().equals("-")
                && sentence.word(from - 2).isProperNoun()
                && touches(sentence, from - 1)) {
            from -= 2;
        }
        boolean lone = to - from == 1;
        while (to < sentence.size()) {
            Word next = sentence.word(to);
            boolean hyphen = touches(sentence, to)
                    && ((next.form().equals("-")
                                    && to + 1 < sentence.size()
                                    && sentence.word(to + 1).isProperNoun())
                            || sentence.word(to - 1).form().equals("-"));
            boolean surname = lone
                    && next.tag().equals("NNP")
                    && Character.isLetter(next.form().charAt(0))
                    && (next.entity() == null || (next.entity().words().size() < 3 && next.is(EntityType.PERSON)));
            if (!hyphen && !surname) {
                break;
            }
            to++;
        }
        return sentence.words().subList(from, to);
    }

    /** A surname met elsewhere in the article, with its hyphens. */
    private List<Word> knownSurname(ParsedSentence sentence, int from) {
        if (afterTitle(sentence, from)) {
            return run(sentence, from);
        }
        if (!isCapitalNoun(sentence.word(from)) || (from > 0 && touches(sentence, from))) {
            return List.of();
        }
        int to = from + 1;
        while (to < sentence.size()
                && touches(sentence, to)
                && (sentence.word(to).isProperNoun() || sentence.word(to).form().equals("-"))) {
            to++;
        }
        List<Word> words = sentence.words().subList(from, to);
        String name = article.text(
                new Span(words.get(0).start(), words.get(words.size() - 1).end()));
        boolean partOfLonger =
                words.get(0).entity() != null && words.get(0).entity().words().size() > words.size();
        return surnames.contains(name)
                        && !partOfLonger
                        && gazetteers.country(name).isEmpty()
                ? words
                : List.of();
    }

    /** "CEO Bill Gates": a role noun, a known first name and another name. */
    private boolean afterTitle(ParsedSentence sentence, int i) {
        return i > 0
                && i + 1 < sentence.size()
                && sentence.word(i).isProperNoun()
                && sentence.word(i + 1).isProperNoun()
                && gazetteers.isFirstName(sentence.word(i).form())
                && gazetteers.country(sentence.word(i).form()).isEmpty()
                && isTitle(sentence.word(i - 1).form())
                && sentence.word(i + 1).entityType() == sentence.word(i).entityType();
    }

    private static boolean isCapitalNoun(Word word) {
        return word.isNoun()
                && Character.isUpperCase(word.form().charAt(0))
                && (word.isProperNoun() || word.index() > 0 || word.hasRelation("nsubj"));
    }

    private static boolean touches(ParsedSentence sentence, int i) {
        return sentence.word(i - 1).end() == sentence.word(i).start();
    }

    private boolean afterHonorific(ParsedSentence sentence, int i) {
        if (i == 0 || !sentence.word(i).isProperNoun()) {
            return false;
        }
        String before = sentence.word(i - 1).form();
        return Honorifics.before(before) != Gender.UNKNOWN
                && before.length() <= 4
                && Character.isUpperCase(before.charAt(0));
    }

    private static List<Word> run(ParsedSentence sentence, int from) {
        List<Word> words = new ArrayList<>();
        for (int i = from;
                i < sentence.size() && i < from + 4 && sentence.word(i).isProperNoun();
                i++) {
            words.add(sentence.word(i));
        }
        return words;
    }

    /** The name without title before and genitive after it. */
    private List<Word> name(List<Word> words) {
        int from = afterOffice(words);
        int to = words.size();
        while (from < to - 1
                && (Honorifics.isHonorific(words.get(from).form())
                        || isTitle(words.get(from).form()))) {
            from++;
        }
        while (to > from + 1
                && (words.get(to - 1).isPunctuation() || words.get(to - 1).tag().equals("POS"))) {
            to--;
        }
        return words.subList(from, to);
    }

    /** "Defence Secretary Orr": where a title stands within, the name begins behind it. */
    private int afterOffice(List<Word> words) {
        for (int i = words.size() - 2; i > 0; i--) {
            String word = words.get(i).form();
            if (gazetteers.titleKind(word).isPresent() && !gazetteers.isFirstName(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isTitle(String word) {
        return gazetteers.titleKind(word).isPresent() && !gazetteers.isFirstName(word);
    }

    private NameMention mention(List<Word> words, ParsedSentence sentence) {
        Word first = words.get(0);
        Word last = words.get(words.size() - 1);
        Span span = genitiveOff(new Span(first.start(), last.end()));
        Word head = last;
        for (Word word : words) {
            if (word.head() == null || !words.contains(word.head())) {
                head = word;
            }
        }
        Gender told = first.index() > 0
                ? Honorifics.before(sentence.word(first.index() - 1).form())
                : Gender.UNKNOWN;
        String name = article.text(span).replaceAll("\\s+", " ");
        return new NameMention(span, name, head, sentence, article.inQuotation(span.start()), told);
    }

    private Span genitiveOff(Span span) {
        String text = article.text();
        int end = span.end();
        if (end - span.start() > 3
                && text.charAt(end - 1) == 's'
                && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '\u2019')) {
            end -= 2;
        } else if (end - span.start() > 2 && (text.charAt(end - 1) == '\'' || text.charAt(end - 1) == '\u2019')) {
            end -= 1;
        }
        return new Span(span.start(), end);
    }
}
