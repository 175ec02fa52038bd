package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** "According to X, ..." and "..., according to X". The longer rest of the sentence is what X says. */
final class AccordingTo {

    private static final Set<String> BREAK = Set.of(",", ";", "\u2014", "\u2013", "--", ":");

    private AccordingTo() {}

    static Attribution at(Word word, ParsedSentence sentence, Article article) {
        Word to = lastOfPhrase(word, sentence);
        if (to == null) {
            return null;
        }
        Word head = source(word, to, sentence);
        if (head == null) {
            return null;
        }
        Span phrase = SourcePhrase.of(head, null, sentence, article);
        Word which = head.kid("acl"); // "according to two people | briefed on the talks"
        int end = which != null && which.index() == head.index() + 1
                ? which.subtreeSpan().end()
                : phrase.end();
        Span source = new Span(Math.max(to.end() + 1, phrase.start()), Math.max(to.end() + 2, end));
        if (article.text(source).chars().noneMatch(Character::isLetterOrDigit)) {
            return null;
        }
        List<Span> content = content(word, source.end(), sentence, article);
        int comma = article.text(source).indexOf(',');
        if (content.isEmpty() && comma > 0) { // the tree has taken what is said for a part of the speaker's name
            source = new Span(source.start(), source.start() + comma);
            content = content(word, source.end(), sentence, article);
        }
        if (content.isEmpty()) {
            return null;
        }
        return new Attribution(
                sentence,
                word,
                "according to",
                CueClass.SAY,
                new Span(word.start(), to.end()),
                head,
                source,
                content,
                "according-to",
                1);
    }

    /** The last word of "according to" or "in the words of" that begins here, or null. */
    private static Word lastOfPhrase(Word word, ParsedSentence sentence) {
        int i = word.index();
        if (word.lower().equals("according")
                && i + 2 < sentence.size()
                && sentence.word(i + 1).lower().equals("to")) {
            return sentence.word(i + 1);
        }
        boolean inTheWordsOf = word.lower().equals("in")
                && i + 5 < sentence.size()
                && sentence.word(i + 1).lower().equals("the")
                && sentence.word(i + 2).lower().equals("words")
                && sentence.word(i + 3).lower().equals("of");
        return inTheWordsOf ? sentence.word(i + 3) : null;
    }

    private static Word source(Word according, Word to, ParsedSentence sentence) {
        for (Word hook : List.of(to, according)) {
            Word head = hook.kid("pobj", "dep");
            if (head != null && head.index() > to.index()) {
                return head;
            }
        }
        for (int i = to.index() + 1; i < Math.min(to.index() + 6, sentence.size()); i++) {
            Word next = sentence.word(i);
            if (next.isNoun() || next.isPronoun()) {
                while (next.head() != null
                        && next.hasRelation("compound", "nmod", "nn")
                        && next.head().isNoun()) {
                    next = next.head();
                }
                return next;
            }
        }
        return null;
    }

    private static List<Span> content(Word according, int endOfSource, ParsedSentence sentence, Article article) {
        List<Word> left = new ArrayList<>();
        List<Word> right = new ArrayList<>();
        for (Word word : sentence.words()) {
            if (word.end() <= according.start()) {
                left.add(word);
            } else if (word.start() >= endOfSource) {
                right.add(word);
            }
        }
        for (int i = 1;
                i < Math.min(10, right.size() - 4)
                        && !left.isEmpty()
                        && !BREAK.contains(right.get(0).form());
                i++) {
            if (BREAK.contains(right.get(i).form())) { // "according to a posting made a day ago, ..."
                right = right.subList(i, right.size());
            }
        }
        boolean opens = left.size() < 4 || left.get(left.size() - 1).lower().equals("that");
        boolean closes = right.size() < 4;
        List<Word> said;
        if (opens || (!closes && isAside(according, right) && right.size() > 2 * left.size())) {
            said = right;
        } else if (closes) {
            said = left;
        } else {
            // In mid-sentence: what hangs together around it, or what went before.
            said = isAside(according, right) && (continuesClause(right) || isBroken(left)) ? both(left, right) : left;
        }
        if (said.size() < 3) {
            return List.of();
        }
        List<Span> spans = said.size() > left.size() && !left.isEmpty() && said.get(0) == left.get(0)
                ? List.of(Clauses.span(left), Clauses.span(right))
                : List.of(Clauses.span(said));
        return Borders.tidy(spans, article);
    }

    private static boolean isAside(Word according, List<Word> right) {
        return !right.isEmpty() && BREAK.contains(right.get(0).form());
    }

    /** After "the plan, according to X, ..." comes the verb of the same clause. */
    static boolean continuesClause(List<Word> right) {
        return right.size() > 1 && (right.get(1).isVerb() || right.get(1).tag().equals("MD"));
    }

    /** "The plan is, according to X, ...": the clause before lacks what it is. */
    private static boolean isBroken(List<Word> left) {
        int last = left.size() - 1;
        while (last > 0 && left.get(last).isPunctuation()) {
            last--;
        }
        return left.get(last).lemma().equals("be") || left.get(last).tag().equals("MD");
    }

    private static List<Word> both(List<Word> left, List<Word> right) {
        List<Word> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
