package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final int LONGEST_NAME = 7;
    private static final double IN_PARAGRAPH = 0.9;

    private final Article article;
    private final Set<Integer> questions = new HashSet<>();
    private final List<Attribution> found = new ArrayList<>();

    Labels(Article article) {
        this.article = article;
        Map<String, Integer> turns = turns();
        boolean interview = QUESTION.stream().anyMatch(turns::containsKey);
        Set<String> interviewers = interviewers(turns);
        for (int i = 0; i < article.paragraphs().size(); i++) {
            Span paragraph = article.paragraphs().get(i);
            Matcher label = label(paragraph);
            if (label == null || !article.regionIsProse(paragraph.start())) {
                continue;
            }
            String who = label.group(1);
            Word name = who.length() > 2 ? name(paragraph, label.end(1)) : null;
            boolean inTurns = turns.get(who) > 1 && turns.size() > 1;
            if (QUESTION.contains(who) || interviewers.contains(who) || (inTurns && name == null && asks(paragraph))) {
                questions.add(i);
            } else if (ANSWER.contains(who) && interview) {
                add(paragraph, label, null);
            } else if (name != null) {
                add(paragraph, label, name);
            } else if (inTurns && who.length() > 2) { // who speaks in turns with somebody is somebody
                add(paragraph, label, lastWord(paragraph, label.end(1)));
            }
        }
        for (ParsedSentence sentence : article.sentences()) {
            if (article.regionIsProse(sentence.span().start())) {
                readSentence(sentence);
            }
        }
    }

    /** "Petra Holm: no lamp without oil." within a paragraph: the person's words, as a ticker prints them. */
    private void readSentence(ParsedSentence sentence) {
        int colon = 1;
        while (colon < Math.min(LONGEST_NAME, sentence.size())
                && !sentence.word(colon).form().equals(":")
                && Character.isUpperCase(sentence.word(colon - 1).form().codePointAt(0))) {
            colon++;
        }
        if (colon + 2 >= sentence.size() || !sentence.word(colon).form().equals(":")) {
            return;
        }
        Word last = sentence.word(colon - 1);
        Word next = sentence.word(colon + 1);
        Span paragraph = article.paragraphs().get(article.paragraphAt(last.start()));
        boolean inLabel = paragraph.start() == sentence.span().start() && label(paragraph) != null;
        if (inLabel
                || !last.is(EntityType.PERSON)
                || article.inQuotation(last)
                || article.quotationAt(next.end()) != null) {
            return;
        }
        List<Span> content =
                Borders.tidy(List.of(new Span(next.start(), sentence.span().end())), article);
        Span source = new Span(sentence.word(0).start(), last.end());
        if (!content.isEmpty()) {
            Word head = last.entity().head();
            found.add(new Attribution(
                    sentence, null, null, CueClass.SAY, null, head, source, content, "label", IN_PARAGRAPH));
        }
    }

    /** How many paragraphs each label begins, those in a headline's or caption's place too. */
    private Map<String, Integer> turns() {
        Map<String, Integer> turns = new HashMap<>();
        for (Span paragraph : article.paragraphs()) {
            Matcher label = label(paragraph);
            if (label != null) {
                turns.merge(label.group(1), 1, Integer::sum);
            }
        }
        return turns;
    }

    /** Who asks in most of several turns, as a paper does under its own name; where everybody asks they talk to each other. */
    private Set<String> interviewers(Map<String, Integer> turns) {
        Map<String, Integer> asked = new HashMap<>();
        for (Span paragraph : article.paragraphs()) {
            Matcher label = label(paragraph);
            if (label != null && asks(paragraph)) {
                asked.merge(label.group(1), 1, Integer::sum);
            }
        }
        Set<String> interviewers = new HashSet<>(asked.keySet());
        interviewers.removeIf(who -> turns.get(who) < 2 || asked.get(who) * 2 <= turns.get(who));
        boolean answered = turns.keySet().stream().anyMatch(who -> !interviewers.contains(who));
        return answered ? interviewers : Set.of();
    }

    private Matcher label(Span paragraph) {
        Matcher label = LABEL.matcher(
                article.text().substring(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + 80)));
        return label.find() ? label : null;
    }

    private boolean asks(Span paragraph) {
        return article.text(paragraph).stripTrailing().endsWith("?");
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

    private Word lastWord(Span paragraph, int length) {
        ParsedSentence sentence = article.sentenceAt(paragraph.start());
        Word last = null;
        for (Word word : sentence == null ? List.<Word>of() : sentence.words()) {
            last = word.end() <= paragraph.start() + length ? word : last;
        }
        return last;
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
