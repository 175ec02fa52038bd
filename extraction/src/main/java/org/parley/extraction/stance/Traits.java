package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** What can be seen of a statement that may tell its stance: words by their lemmas, how it is said, what the rules make of it. */
final class Traits {

    private static final Set<String> DENYING = Set.of(
            "not", "n't", "no", "never", "nobody", "nothing", "none", "without", "neither", "nor", "cannot", "hardly");
    private static final int REACH = 4;
    private static final int MOST_WORDS = 80;

    private Traits() {}

    /**
     * The traits of one statement, in no order that matters.
     *
     * @param about the mention of the proposal it speaks of
     * @param told what the rules read off its words
     * @param byRules the stance the rules give, or null
     * @param own whether the speaker's side put the proposal forward
     */
    static Set<String> of(
            Attribution statement,
            List<Speaker> speakers,
            SpeechAct act,
            ProposalMention about,
            Set<Attitude> told,
            StanceValue byRules,
            boolean own,
            Article article) {
        Set<String> traits = new LinkedHashSet<>();
        traits.add("bias");
        traits.add("rules=" + byRules);
        traits.add("act=" + act);
        traits.add("type=" + statement.type());
        traits.add("rule=" + statement.rule());
        traits.add("cue=" + (statement.lemma() == null ? "" : statement.lemma().toLowerCase(Locale.ROOT)));
        traits.add("kind=" + about.kind());
        if (own) {
            traits.add("own");
        }
        traits.add("speaker=" + (speakers.isEmpty() ? null : speakers.get(0).kind()));
        told.forEach(one -> traits.add("told=" + one));
        boolean named = statement.content().stream().anyMatch(c -> c.overlaps(about.span()));
        traits.add("named=" + named);
        traits.add("told=" + told.isEmpty() + "&named=" + named);
        for (Span part : statement.content()) {
            lexicon(article.text(part), traits);
        }
        words(statement, article, traits);
        return traits;
    }

    /** Words of the table as they stand, whoever's deeds they are. */
    private static void lexicon(String words, Set<String> traits) {
        for (Lexicon.Hit hit : Lexicon.in(words.substring(0, Math.min(words.length(), 600)))) {
            hit.attitudes().forEach(one -> traits.add("lex=" + one));
        }
    }

    private static void words(Attribution statement, Article article, Set<String> traits) {
        List<Word> words = new ArrayList<>();
        for (Span part : statement.content()) {
            ParsedSentence sentence = article.sentenceAt(part.start());
            int s = sentence == null ? -1 : sentence.index();
            while (s >= 0 && s < article.sentences().size() && words.size() < MOST_WORDS) {
                ParsedSentence here = article.sentences().get(s++);
                if (here.size() == 0 || here.word(0).start() >= part.end()) {
                    break;
                }
                words.addAll(here.in(part));
            }
        }
        int denied = 0;
        int n = 0;
        for (Word word : words) {
            if (word.isPunctuation()) {
                denied = 0;
                if (word.form().equals("?")) {
                    traits.add("question");
                }
                continue;
            }
            String lemma = word.isProperNoun()
                    ? "NAME"
                    : word.tag().equals("CD") ? "NUMBER" : word.lemma().toLowerCase(Locale.ROOT);
            traits.add("w=" + lemma);
            if (denied > 0) {
                traits.add("not=" + lemma);
            }
            if (n < 2) {
                traits.add("first" + n + "=" + lemma);
            }
            denied = DENYING.contains(word.lower()) ? REACH : denied - 1;
            if (denied == REACH) {
                traits.add("denied");
            }
            n++;
            boolean top = word.head() == null
                    || statement.content().stream()
                            .noneMatch(c -> c.contains(word.head().start()));
            if (top) {
                traits.add("root=" + lemma);
                traits.add("tag=" + word.tag());
                Word subject = word.isVerb() ? Clauses.ownSubject(word) : null;
                if (subject != null) {
                    String who = subject.isPronoun() ? subject.lower() : subject.isProperNoun() ? "NAME" : "noun";
                    traits.add("subject=" + who);
                    traits.add("subject=" + who + "&root=" + lemma);
                }
                if (word.isVerb() && Clauses.modal(word) != null) {
                    traits.add("modal=" + Clauses.modal(word));
                }
                if (word.isVerb() && Clauses.isNegated(word)) {
                    traits.add("notroot=" + lemma);
                    traits.add("rootdenied");
                }
            }
        }
        traits.add("length=" + Math.min(6, n / 4));
    }
}
