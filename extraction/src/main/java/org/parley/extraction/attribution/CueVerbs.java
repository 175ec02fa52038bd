package org.parley.extraction.attribution;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Verbs of saying with what they say: a clause, a quotation, an infinitive or an object. Rules {@code clause}, {@code quotation},
 * {@code around}, {@code infinitive} and {@code object}.
 */
final class CueVerbs {

    private static final Set<String> UNNAMED =
            Set.of("anonymous", "anonymity", "named", "identified", "nameless", "unnamed", "unidentified");

    private static final int NEAR = 6;

    private static final Set<String> QUESTION =
            Set.of("how", "why", "whether", "if", "about", "what", "when", "where", "who");

    /** A clause that begins so has its main part behind a comma. */
    private static final Set<String> BEFORE_MAIN_CLAUSE = Set.of(
            "when",
            "if",
            "while",
            "although",
            "though",
            "because",
            "after",
            "before",
            "once",
            "since",
            "unless",
            "until");

    private final CueTable cues;
    private final Sources sources;
    private final Speakers speakers;
    private final Frames frames;
    private final Parenthetical setOff;

    CueVerbs(CueTable cues, Sources sources, Speakers speakers) {
        this.cues = cues;
        this.sources = sources;
        this.speakers = speakers;
        this.frames = new Frames(speakers);
        this.setOff = new Parenthetical(sources, speakers);
    }

    /** The statement whose saying is set off by commas at this verb, or null. */
    Attribution setOff(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        if (cue == null || isAsked(verb, cue, sentence) || QuotedAs.isQuotedAs(verb)) {
            return null;
        }
        Reality reality = Reality.of(verb, sentence);
        return reality == Reality.SAID ? setOff.at(verb, cue, sentence, article) : null;
    }

    /** The statement a verb makes, or null. */
    Attribution at(Word verb, ParsedSentence sentence, Article article) {
        Cue cue = cues.verb(verb, sentence);
        if (cue == null || !Frames.mayBeCue(verb, cue, sentence, article) || ViewAs.isCustom(verb)) {
            return null;
        }
        Reality reality = Reality.of(verb, sentence);
        if (reality == Reality.UNREAL) {
            return null;
        }
        Word head = outsideQuotation(sources.of(verb, sentence), verb, article);
        if (isAsked(verb, cue, sentence) || isAsTold(verb, sentence) || isAnonymity(verb)) {
            return null;
        }
        boolean passive = Clauses.isPassive(verb);
        if ((passive && Clauses.agent(verb) == null) || QuotedAs.isQuotedAs(verb)) {
            return null; // "it was said that": nobody; "was quoted by the Herald as saying": the saying is the cue
        }
        Complements complements = new Complements(article, cues, speakers);
        Complements.Found found = complements.of(verb, cue, head, sentence);
        Word given = head;
        if (found != null && (head == null || found.spans().stream().anyMatch(s -> s.contains(given.start())))) {
            Rows.Row row = Rows.of(verb, cue, found, complements, article);
            if (row == null && Rows.isAfterthought(verb, found, article)) {
                return null;
            }
            head = row == null ? head : row.head();
            found = row == null ? found : row.found();
        }
        if (found == null
                || (!frames.mayMean(verb, cue, found, head)
                        && !frames.isBodyGoingOn(head, cue, found, sentence, article))) {
            return null;
        }
        List<Span> content = Borders.tidy(fromThat(found, verb, sentence, article), article);
        content = beyondCue(content, verb, article);
        content = content.stream()
                .map(c -> Borders.afterCircumstance(c, verb.end(), article.text()))
                .toList();
        if (content.isEmpty()
                || (head == null
                        && !found.rule().equals("clause")
                        && !found.rule().equals("quotation"))
                || (head == null && cue.object() == Cue.Argument.TARGET)) {
            return null;
        }
        Span source = head == null ? null : SourcePhrase.of(head, verb, sentence, article);
        Attribution attribution = new Attribution(
                sentence,
                verb,
                cue.lemma(),
                cue.type(),
                cueSpan(verb, cue, sentence),
                head,
                source,
                content,
                found.rule(),
                cue.certainty());
        attribution.hearer = found.hearer();
        boolean open = reality == Reality.ABSENT
                && cue.type() == CueClass.DENY; // "did not rule out a pause": said all the same
        attribution.absent = reality == Reality.ABSENT && !open;
        attribution.negated = attribution.absent || (cue.type() == CueClass.DENY && !open);
        if (verb.tag().equals("VBG")) {
            QuotedAs.relay(attribution, verb, sentence, article);
        }
        if (source != null && content.stream().anyMatch(c -> c.contains(source))) {
            attribution.source = null; // nobody stands in his own words
            attribution.head = null;
        }
        return attribution;
    }

    /**
     * "said that by May the road, ... would be open", "said that when it rains, nothing moves": all that follows "that", where the tree has
     * taken a part for the whole.
     */
    private static List<Span> fromThat(Complements.Found found, Word verb, ParsedSentence sentence, Article article) {
        int i = verb.index() + 1;
        if (!found.rule().equals("clause")
                || found.spans().size() != 1
                || i + 3 >= sentence.size()
                || !sentence.word(i).lower().equals("that")
                || found.spans().get(0).start() < sentence.word(i).start()) {
            return found.spans();
        }
        Span span = found.spans().get(0);
        Word first = sentence.word(i + 1);
        int end = span.end();
        boolean inverted = first.lower().equals("should")
                || first.lower().equals("were")
                || first.lower().equals("had");
        if ((inverted || BEFORE_MAIN_CLAUSE.contains(first.lower())) && !article.inQuotation(first)) {
            Word last = sentence.word(sentence.size() - 1);
            boolean shut = end < last.start() && article.text().startsWith(",", end);
            end = shut ? last.end() : end;
        }
        return List.of(new Span(Math.min(first.start(), span.start()), end));
    }

    /** Nobody speaks from within another's quotation: then the verb's other subject does, if it has one. */
    private static Word outsideQuotation(Word head, Word verb, Article article) {
        if (head == null || !article.inQuotation(head)) {
            return head;
        }
        Word other = null;
        for (Word kid : verb.kids()) {
            other = Clauses.isSubject(kid) && !article.inQuotation(kid) ? kid : other;
        }
        return other;
    }

    /** No content holds its own cue: then only what comes after it is said. */
    private static List<Span> beyondCue(List<Span> content, Word verb, Article article) {
        if (content.stream().noneMatch(c -> c.contains(verb.start()))) {
            return content;
        }
        List<Span> beyond = new java.util.ArrayList<>();
        for (Span span : content) {
            if (span.start() >= verb.end()) {
                beyond.add(span);
            } else if (span.end() > verb.end() + 2) {
                beyond.add(new Span(verb.end(), span.end()));
            }
        }
        return Borders.tidy(beyond, article);
    }

    /** "Asked whether ..., she answered": she was asked, nobody says by whom. */
    private static boolean isAsked(Word verb, Cue cue, ParsedSentence sentence) {
        boolean participle = (verb.tag().equals("VBN") && !Clauses.isMistaken(verb))
                || (verb.tag().equals("VBD") && Clauses.ownSubject(verb) == null);
        boolean first = verb.index() == 0
                || sentence.word(verb.index() - 1).form().equals(",")
                || sentence.word(verb.index() - 1).lower().equals("when");
        boolean question = verb.index() + 1 < sentence.size()
                && QUESTION.contains(sentence.word(verb.index() + 1).lower());
        return (participle || (question && cue.lemma().equals("ask")))
                && first
                && cue.object() == Cue.Argument.HEARER
                && !verb.hasRelation("conj")
                && verb.kid("aux") == null;
    }

    /** "as stated in the brochure": a reference. */
    private static boolean isAsTold(Word verb, ParsedSentence sentence) {
        return verb.index() > 0
                && sentence.word(verb.index() - 1).lower().equals("as")
                && Clauses.ownSubject(verb) == null
                && (verb.tag().equals("VBN") || verb.tag().equals("VBD"));
    }

    /** "who asked to remain anonymous", "declined to be named": how a source wants to be told, no statement. */
    private static boolean isAnonymity(Word verb) {
        Word wish = verb.kid("xcomp", "ccomp", "advcl");
        return wish != null
                && wish.subtree().stream()
                        .anyMatch(w -> w.index() < wish.index() + NEAR && UNNAMED.contains(w.lower()));
    }

    private static Span cueSpan(Word verb, Cue cue, ParsedSentence sentence) {
        if (cue.lemma().indexOf(' ') > 0 && verb.index() + 1 < sentence.size()) {
            Word next = sentence.word(verb.index() + 1);
            if (cue.lemma().endsWith(" " + next.lower())) {
                return new Span(verb.start(), next.end());
            }
        }
        return verb.span();
    }
}
