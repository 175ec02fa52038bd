package org.parley.extraction.speaker;

import java.util.List;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/** How a phrase is written as a name. */
final class Names {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LEAD = Pattern.compile("^(?:[Tt]he|[Aa]n?)\\s+(?=\\S)");
    private static final Pattern GENITIVE = Pattern.compile("['\u2019]s?$");

    private Names() {}

    /** White space normalised, without article and genitive. */
    static String clean(String phrase) {
        String one = SPACE.matcher(phrase).replaceAll(" ").strip();
        one = GENITIVE.matcher(one).replaceFirst("");
        String bare = LEAD.matcher(one).replaceFirst("");
        return bare.isEmpty() ? one : bare;
    }

    /** A name that the tagger has cut short: "State Department" with the proper nouns around it, within the phrase it stands in. */
    static Span properRun(Span span, Span phrase, Article article) {
        int start = span.start();
        int end = span.end();
        List<Word> words = article.sentenceAt(span.start()).words();
        for (Word word : words) {
            if (word.isProperNoun() && phrase.contains(word.span()) && word.start() >= end && word.start() - end <= 1) {
                end = word.end();
            }
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            Word word = words.get(i);
            if (word.isProperNoun() && phrase.contains(word.span()) && word.end() <= start && start - word.end() <= 1) {
                start = word.start();
            }
        }
        return new Span(start, end);
    }
}
