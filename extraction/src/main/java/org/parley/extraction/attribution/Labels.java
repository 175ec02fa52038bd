package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/**
 * Interviews and transcripts: a paragraph that begins with a speaker's label is that speaker's ({@code label}); after "Q:" comes nobody's,
 * after "A:" whoever is interviewed.
 */
final class Labels {

    private static final Pattern LABEL = Pattern.compile(
            "^(\\p{Lu}[\\p{L}.'\u2019-]*(?: (?:\\p{Lu}[\\p{L}.'\u2019-]*|de|van|von|der|al|el|bin)){0,4})\\s?:\\s+(?=\\S)");
    private static final Set<String> QUESTION =
            Set.of("Q", "Question", "QUESTION", "Interviewer", "INTERVIEWER", "Reporter", "REPORTER");
    private static final Set<String> ANSWER = Set.of("A", "Answer", "ANSWER");

    private final Article article;
    private final Set<Integer> questions = new HashSet<>();
    private final List<Attribution> found = new ArrayList<>();

    Labels(Article article) {
        this.article = article;
        boolean interview = false;
        for (int i = 0; i < article.paragraphs().size(); i++) {
            Span paragraph = article.paragraphs().get(i);
            if (!article.regionIsProse(paragraph.start())) {
                continue;
            }
            Matcher label = LABEL.matcher(
                    article.text().substring(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + 80)));
            if (!label.find()) {
                continue;
            }
            String who = label.group(1);
            if (QUESTION.contains(who)) {
                questions.add(i);
                interview = true;
            } else if (ANSWER.contains(who) && interview) {
                add(paragraph, label, null);
            } else if (who.length() > 2) {
                Word name = name(paragraph, label.end(1));
                if (name != null) {
                    add(paragraph, label, name);
                }
            }
        }
    }

    /** Whether the paragraph at this place is an interviewer's question. */
    boolean isQuestion(int at) {
        return questions.contains(article.paragraphAt(at));
    }

    List<Attribution> found() {
        return found;
    }

    private Word name(Span paragraph, int length) {
        ParsedSentence sentence = article.sentenceAt(paragraph.start());
        if (sentence == null) {
            return null;
        }
        for (Word word : sentence.words()) {
            boolean within = word.end() <= paragraph.start() + length;
            if (within && word.is(EntityType.PERSON)) {
                return word.entity().head();
            }
        }
        return null;
    }

    private void add(Span paragraph, Matcher label, Word head) {
        int start = paragraph.start() + label.end();
        ParsedSentence sentence = article.sentenceAt(paragraph.start());
        if (start >= paragraph.end() || sentence == null) {
            return;
        }
        List<Span> content = List.of(content(start, paragraph.end()));
        Span source = new Span(paragraph.start(), paragraph.start() + label.end(1));
        found.add(new Attribution(
                sentence, null, null, CueClass.SAY, null, head, head == null ? null : source, content, "label", 1));
    }

    /** All of the paragraph, but for what follows a quotation that it opens with. */
    private Span content(int start, int end) {
        for (Quotation quotation : article.quotationsIn(new Span(start, start + 1))) {
            if (quotation.start() == start) {
                return new Span(start, quotation.end());
            }
        }
        return new Span(start, end);
    }
}
