package org.parley.extraction.attribution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Table;

/**
 * Sayings without a verb of saying: "made it clear that ...", "was adamant that ...", "took the view that ...", "her position is that ...", "spoke
 * in favour of ...". Rule {@code phrase}.
 */
final class SetPhrases {

    /** The words that may stand in a place of such a phrase. */
    private static final Map<String, Set<String>> SLOTS = new HashMap<>();

    static {
        for (String[] row : Table.rows("attribution/set-phrases.tsv", SetPhrases.class)) {
            SLOTS.computeIfAbsent(row[0], none -> new HashSet<>()).add(row[1]);
        }
    }

    private static final int FAR = 7;

    private final Sources sources;
    private final Speakers speakers;

    SetPhrases(Sources sources, Speakers speakers) {
        this.sources = sources;
        this.speakers = speakers;
    }

    /** The statement such a phrase makes at this verb, or null. */
    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index();
        if (!verb.isVerb() || i + 3 >= sentence.size()) {
            return null;
        }
        String lemma = verb.lemma();
        Attribution made = null;
        if (lemma.equals("make") || lemma.equals("leave")) {
            made = plain(verb, sentence, article);
        } else if (lemma.equals("be") || lemma.equals("remain")) {
            made = insistent(verb, sentence, article);
        } else if (lemma.equals("let") || lemma.equals("send") || lemma.equals("bring")) {
            made = known(verb, sentence, article);
        } else if (fits("takes", lemma)) {
            made = view(verb, sentence, article);
        } else if (fits("speaks", lemma)) {
            made = sides(verb, sentence, article);
        }
        return made != null && Reality.of(verb, sentence) == Reality.SAID ? made : null;
    }

    /** "made (it) clear that", "left open whether". */
    private Attribution plain(Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index() + 1;
        if (sentence.word(i).lower().equals("it")) {
            i++;
        }
        while (i < sentence.size() && sentence.word(i).tag().startsWith("RB")) {
            i++;
        }
        boolean open = verb.lemma().equals("leave");
        if (i + 2 >= sentence.size()
                || !(open
                        ? sentence.word(i).lower().equals("open")
                        : fits("plain", sentence.word(i).lower()))) {
            return null;
        }
        return that(verb, sources.of(verb, sentence), i, open ? CueClass.SAY : CueClass.CLAIM, sentence, article);
    }

    /** "let it be known (through her deputy) that", "let fall that", "sent word that". */
    private Attribution known(Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index() + 1;
        boolean let = verb.lemma().equals("let");
        while (let
                && i + 1 < sentence.size()
                && (sentence.word(i).lower().equals("it")
                        || sentence.word(i).lower().equals("be"))) {
            i++;
        }
        if (!fits(let ? "let" : "sent", sentence.word(i).lower())) {
            return null;
        }
        int that = i + 1;
        while (that + 2 < sentence.size()
                && that < i + FAR
                && !sentence.word(that).isPunctuation()
                && !Saying.isFiniteVerb(sentence.word(that))
                && !sentence.word(that).lower().equals("that")) {
            that++;
        }
        return that(verb, sources.of(verb, sentence), that - 1, CueClass.SAY, sentence, article);
    }

    /** "is adamant that", "remains confident that", "her position is that". */
    private Attribution insistent(Word verb, ParsedSentence sentence, Article article) {
        Word subject = Clauses.ownSubject(verb);
        int i = verb.index() + 1;
        while (i < sentence.size() && sentence.word(i).tag().startsWith("RB")) {
            i++;
        }
        if (subject == null || i + 2 >= sentence.size()) {
            return null;
        }
        Word owner = fits("positions", subject.lemma()) ? subject.kid("poss") : null;
        if (owner != null && i == verb.index() + 1 && (speakers.isSomebody(owner) || fits("theirs", owner.lower()))) {
            return that(verb, owner, verb.index(), CueClass.CLAIM, sentence, article);
        }
        if (!speakers.isSomebody(subject)) {
            return null;
        }
        String word = sentence.word(i).lower();
        return fits("insistent", word)
                ? that(verb, subject, i, CueClass.CLAIM, sentence, article)
                : fits("minded", word) ? that(verb, subject, i, CueClass.THINK, sentence, article) : null;
    }

    /** "took the view that". */
    private Attribution view(Word verb, ParsedSentence sentence, Article article) {
        Word object = verb.kid("dobj");
        boolean near = object != null && object.index() > verb.index() && object.index() < verb.index() + 4;
        return near && fits("views", object.lemma())
                ? that(verb, sources.of(verb, sentence), object.index(), CueClass.CLAIM, sentence, article)
                : null;
    }

    private Attribution that(
            Word verb, Word head, int before, CueClass type, ParsedSentence sentence, Article article) {
        int i = before + 1;
        boolean comma = i < sentence.size() && sentence.word(i).form().equals(",");
        i = comma ? i + 1 : i;
        if (i + 2 >= sentence.size()) {
            return null;
        }
        String opener = sentence.word(i).lower();
        if (!opener.equals("that") && !opener.equals("whether")) {
            return null;
        }
        int from = opener.equals("that")
                ? sentence.word(i + 1).start()
                : sentence.word(i).start();
        return made(
                verb,
                sentence.word(before),
                head,
                type,
                new Span(from, sentence.span().end()),
                sentence,
                article);
    }

    /** "spoke (out) in favour of an early vote", "came out against the vote". */
    private Attribution sides(Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index() + 1;
        boolean out = sentence.word(i).lower().equals("out");
        i = out ? i + 1 : i;
        String word = sentence.word(i).lower();
        boolean against = word.equals("against") && (out || !verb.lemma().equals("come"));
        boolean favour = word.equals("in")
                && i + 2 < sentence.size()
                && fits("favour", sentence.word(i + 1).lower())
                && sentence.word(i + 2).lower().equals("of");
        if (!against && !favour) {
            return isPlainly(i, out, sentence)
                    ? made(
                            verb,
                            sentence.word(i - 1),
                            sources.of(verb, sentence),
                            CueClass.ACCEPT,
                            new Span(
                                    sentence.word(i).start(),
                                    sentence.word(i + 1).end()),
                            sentence,
                            article)
                    : null;
        }
        Word of = sentence.word(favour ? i + 2 : i);
        Word object = of.kid("pobj", "pcomp");
        if (object == null) {
            return null;
        }
        Word head = sources.of(verb, sentence);
        return made(
                verb, of, head, favour ? CueClass.ACCEPT : CueClass.REJECT, object.subtreeSpan(), sentence, article);
    }

    /** "came out in favour", of what was told before. */
    private static boolean isPlainly(int in, boolean out, ParsedSentence sentence) {
        return out
                && sentence.word(in).lower().equals("in")
                && in + 1 < sentence.size()
                && fits("favour", sentence.word(in + 1).lower())
                && (in + 2 >= sentence.size() || sentence.word(in + 2).isPunctuation());
    }

    private static boolean fits(String slot, String word) {
        return SLOTS.get(slot).contains(word);
    }

    private Attribution made(
            Word verb, Word last, Word head, CueClass type, Span said, ParsedSentence sentence, Article article) {
        boolean somebody = head != null
                && (speakers.isSomebody(head)
                        || speakers.isDocument(head)
                        || head.tag().equals("PRP$"))
                && !article.inQuotation(head);
        List<Span> content = Borders.tidy(List.of(said), article);
        if (!somebody || content.isEmpty() || content.get(0).start() < last.end()) {
            return null;
        }
        return new Attribution(
                sentence,
                verb,
                verb.lemma(),
                type,
                new Span(verb.start(), last.end()),
                head,
                SourcePhrase.of(head, verb, sentence, article),
                content,
                "phrase",
                1);
    }
}
