package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Table;

/** Finds the role that stands beside a name: "Foreign Minister X", "X, founder of Y,", "the envoy, X,". */
final class RoleFinder {

    private static final int LONGEST = 14;
    /** Left off the beginning of a role: "now trade minister", "their president". */
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "now", "his", "her", "its", "their", "our", "my");
    /** Told of somebody beside another; no office. */
    private static final Set<String> NO_OFFICE = Set.of("counterpart", "colleague", "predecessor", "successor");

    private final Article article;
    private final Gazetteers gazetteers;
    private final Set<String> nouns = new HashSet<>();

    RoleFinder(Article article, Gazetteers gazetteers) {
        this.article = article;
        this.gazetteers = gazetteers;
        for (String title : gazetteers.titles()) {
            String noun = title.substring(title.lastIndexOf(' ') + 1);
            if (!BodyNouns.isBody(noun)) { // "chairman of the council" ends in a body, not in who heads it
                nouns.add(noun);
            }
        }
        for (String[] row : Table.rows("attribution/speaking-nouns.tsv", RoleFinder.class)) {
            if (row[1].equals("person")) {
                nouns.add(row[0]);
            }
        }
    }

    void addTo(Person person, NameMention mention) {
        ToldRoles.Office told = mention.quoted() ? null : ToldRoles.of(mention, this);
        if (told != null) {
            person.addNow(role(told.span().start(), told.span().end(), told.head()));
        }
        Role before = before(mention);
        if (before != null) {
            person.add(before);
        }
        Role after = after(mention);
        if (after != null) {
            person.add(after);
        }
        Role carrier = carrier(mention);
        if (carrier != null && before == null) {
            person.add(carrier);
        }
    }

    /** Whether a title right before this mention is a role of that person. */
    boolean fits(Person person, NameMention mention) {
        Role before = before(mention);
        return before != null && person.roles().stream().anyMatch(r -> sameNoun(r.head(), before.head()));
    }

    boolean isRoleNoun(Word word) {
        return word.isNoun()
                && !NO_OFFICE.contains(word.lower())
                && (nouns.contains(word.lower()) || nouns.contains(word.lemma().toLowerCase(Locale.ROOT)));
    }

    static boolean sameNoun(Word a, Word b) {
        return a.lemma().equalsIgnoreCase(b.lemma());
    }

    /** The words before the name in its phrase, up to and with a role noun. */
    private Role before(NameMention mention) {
        ParsedSentence sentence = mention.sentence();
        int i = firstWord(mention, sentence) - 1;
        if (i >= 0 && Honorifics.isHonorific(sentence.word(i).form())) {
            i--;
        }
        boolean comma = i > 0 && sentence.word(i).form().equals(",");
        int last = comma ? i - 1 : i;
        if (last < 0 || (!isRoleNoun(sentence.word(last)) && !comma)) {
            return null;
        }
        int from = last;
        boolean role = isRoleNoun(sentence.word(last));
        while (from > 0 && last - from < LONGEST && belongsBefore(sentence.word(from - 1), comma)) {
            from--;
            role |= isRoleNoun(sentence.word(from));
        }
        if (!comma) {
            from = toOffice(sentence, from);
        }
        if (!role || (comma && (!isWhole(sentence, from) || isIntroduction(mention, sentence.word(from))))) {
            return null;
        }
        Word head = sentence.word(last);
        for (int k = from; k <= last && comma; k++) {
            if (isRoleNoun(sentence.word(k))) {
                head = sentence.word(k);
                if (k + 1 <= last && sentence.word(k + 1).tag().equals("IN")) {
                    break;
                }
            }
        }
        while (from < last && ARTICLES.contains(sentence.word(from).lower())) {
            from++;
        }
        return role(sentence.word(from).start(), sentence.word(last).end(), head);
    }

    /** "President of the Trade Council X": back from the body to the office it has. */
    private int toOffice(ParsedSentence sentence, int from) {
        for (int i = from - 1; i > 0 && from - i < LONGEST; i--) {
            Word word = sentence.word(i);
            boolean of = word.tag().equals("IN") && word.lower().equals("of");
            if (!of && !belongsBefore(word, false)) {
                return from;
            }
            if (of && isRoleNoun(sentence.word(i - 1))) {
                int start = i - 1;
                while (start > 0 && belongsBefore(sentence.word(start - 1), false)) {
                    start--;
                }
                return start;
            }
        }
        return from;
    }

    /** "Speaking with the envoy, X said": whom an introduction names before its comma is somebody else. */
    private static boolean isIntroduction(NameMention mention, Word first) {
        ParsedSentence sentence = mention.sentence();
        int before = first.index() - 1;
        int after = lastWord(mention, sentence) + 1;
        boolean closed = after < sentence.size() && sentence.word(after).form().equals(",");
        String tag = before < 0 ? "" : sentence.word(before).tag();
        return !closed && mention.isSubject() && (tag.equals("IN") || tag.equals("VBG") || tag.equals("TO"));
    }

    /** "the foreign minister, X": the phrase before the comma must begin with a determiner, a possessive or a sentence. */
    private static boolean isWhole(ParsedSentence sentence, int from) {
        String tag = sentence.word(from).tag();
        return tag.equals("DT")
                || tag.startsWith("PRP$")
                || from == 0
                || sentence.word(from).isProperNoun()
                || sentence.word(from).tag().equals("JJ");
    }

    private static boolean belongsBefore(Word word, boolean wide) {
        String tag = word.tag();
        boolean narrow = tag.startsWith("NN")
                || tag.startsWith("JJ")
                || tag.equals("POS")
                || tag.equals("HYPH")
                || tag.equals("PRP$")
                || tag.equals("DT")
                || (tag.equals("VBN") && word.hasRelation("nmod", "amod", "compound"))
                || word.form().equals("-");
        return narrow || (wide && ((tag.equals("IN") && word.lower().equals("of")) || tag.equals("CC")));
    }

    /** ", founder of Y and fellow of Z," after the name. */
    private Role after(NameMention mention) {
        ParsedSentence sentence = mention.sentence();
        int i = lastWord(mention, sentence) + 1;
        if (i + 1 >= sentence.size() || !sentence.word(i).form().equals(",")) {
            return null;
        }
        int from = i + 1;
        Word first = sentence.word(from);
        if (!(first.tag().equals("DT")
                || first.isNoun()
                || first.tag().startsWith("JJ")
                || first.tag().equals("PRP$")
                || first.tag().equals("RB"))) {
            return null;
        }
        Word head = null;
        int to = from;
        for (int k = from; k < sentence.size() && k < from + LONGEST; k++) {
            Word word = sentence.word(k);
            if (word.form().equals(",")
                    || (word.isVerb() && !word.hasRelation("nmod", "amod"))
                    || word.tag().startsWith("W")
                    || word.tag().equals("MD")
                    || ".;:()\u2014\u2013\"\u201c".contains(word.form())) {
                break;
            }
            if (head == null && isRoleNoun(word) && !word.hasRelation("compound", "nmod", "poss")) {
                head = word;
            }
            if (head == null && k > from + 6) {
                return null;
            }
            to = k;
        }
        if (head == null || isNextSubject(sentence, from, to) || isSubjectBesides(head, mention, to)) {
            return null;
        }
        while (to > from
                && (sentence.word(to).tag().equals("CC")
                        || sentence.word(to).tag().equals("RB"))) {
            to--;
        }
        while (from < to && ARTICLES.contains(sentence.word(from).lower())) {
            from++;
        }
        return role(sentence.word(from).start(), sentence.word(to).end(), head);
    }

    /** "In a letter to Jo Arm, the mayor said": what stands behind the first comma of an introduction and before a verb is who does it. */
    private static boolean isNextSubject(ParsedSentence sentence, int from, int to) {
        String opener = sentence.word(0).tag();
        String then = to + 1 < sentence.size() ? sentence.word(to + 1).tag() : "";
        boolean verb = then.equals("VBD") || then.equals("VBZ") || then.equals("VBP") || then.equals("MD");
        boolean introduction = opener.equals("IN") || opener.equals("VBG") || opener.equals("WRB");
        boolean first = sentence.words().subList(0, from - 1).stream()
                .noneMatch(w -> w.form().equals(","));
        return verb && introduction && first;
    }

    /** "... a stake in Auto Karova, an official said": what does the verb that follows at once, where the name is not of its phrase. */
    private static boolean isSubjectBesides(Word head, NameMention mention, int to) {
        Word verb = Clauses.isSubject(head) ? head.head() : null;
        return verb != null
                && verb.isVerb()
                && verb.index() > to
                && verb.index() <= to + 2
                && !mention.head().isBelow(head)
                && mention.head().head() != verb;
    }

    /** The noun whose apposition the name is, as the tree has it. */
    private Role carrier(NameMention mention) {
        Word head = mention.head().head();
        if (head == null || !mention.head().hasRelation("appos") || !isRoleNoun(head)) {
            return atLength(mention);
        }
        if (head.hasRelation("pobj", "dobj") && head.index() < mention.head().index() && isIntroducedBefore(mention)) {
            return null;
        }
        List<Word> words = new ArrayList<>(Clauses.nounPhraseWords(head));
        words.removeIf(w -> w.isBelow(mention.head())
                || (w.isPunctuation() && w.index() > head.index())
                || ARTICLES.contains(w.lower()));
        Span span = Clauses.span(words);
        return span.overlaps(mention.span()) ? null : role(span.start(), span.end(), head);
    }

    /** The sentence opens with a preposition or participle, has its first comma before the name and none right behind it. */
    private static boolean isIntroducedBefore(NameMention mention) {
        ParsedSentence sentence = mention.sentence();
        int name = firstWord(mention, sentence);
        name = name > 0 && Honorifics.isHonorific(sentence.word(name - 1).form()) ? name - 1 : name;
        int after = lastWord(mention, sentence) + 1;
        String opener = sentence.word(0).tag();
        for (int i = 0; i < name - 1; i++) {
            if (sentence.word(i).form().equals(",")) {
                return false;
            }
        }
        return name > 1
                && sentence.word(name - 1).form().equals(",")
                && (opener.equals("IN") || opener.equals("VBG"))
                && after < sentence.size()
                && !sentence.word(after).form().equals(",");
    }

    /** "the ambassador of Kessaly to Dravos, X": all from the office's first word to the name. */
    private Role atLength(NameMention mention) {
        Word head = Offices.of(mention, this);
        if (head == null) {
            return null;
        }
        ParsedSentence sentence = mention.sentence();
        int to = firstWord(mention, sentence) - 1;
        to = Honorifics.isHonorific(sentence.word(to).form()) ? to - 1 : to;
        to = sentence.word(to).form().equals(",") ? to - 1 : to;
        int from = head.index();
        for (Word word : Clauses.nounPhraseWords(head)) {
            from = Math.min(from, word.index());
        }
        while (from < head.index() && ARTICLES.contains(sentence.word(from).lower())) {
            from++;
        }
        return role(sentence.word(from).start(), sentence.word(to).end(), head);
    }

    private Role role(int start, int end, Word head) {
        Span span = new Span(start, end);
        return new Role(article.text(span).replaceAll("\\s+", " "), span, head);
    }

    static int firstWord(NameMention mention, ParsedSentence sentence) {
        int i = mention.head().index();
        while (i > 0 && sentence.word(i - 1).start() >= mention.span().start()) {
            i--;
        }
        return i;
    }

    static int lastWord(NameMention mention, ParsedSentence sentence) {
        int i = mention.head().index();
        while (i + 1 < sentence.size()
                && sentence.word(i + 1).start() < mention.span().end()) {
            i++;
        }
        // the genitive is no part of the name, but of its phrase
        return i + 1 < sentence.size() && sentence.word(i + 1).tag().equals("POS") ? i + 1 : i;
    }

    Gazetteers gazetteers() {
        return gazetteers;
    }
}
