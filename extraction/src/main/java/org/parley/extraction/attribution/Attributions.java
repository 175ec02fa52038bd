package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.names.Outlets;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Who says what, by rules over quotation marks and trees. A word inside quotation marks is never a cue: what is said there is the
 * quotation's own matter. Immutable, so it may be shared between threads.
 */
public final class Attributions {

    private final CueVerbs verbs;
    private final ViewAs views;
    private final SecondLook secondLook;
    private final Apposed apposed;
    private final Mistaken mistaken;
    private final NounCues nouns;
    private final SetPhrases phrases;
    private final Speakers speakers;
    private final Continued continued;
    private final Introduction introduction;
    private final FreeSpeech freeSpeech;
    private final BehindQuotation behind;
    private final SmallClauses smallClauses;
    private final Via via;

    public Attributions(Gazetteers gazetteers) {
        CueTable cues = new CueTable();
        speakers = new Speakers(gazetteers);
        Sources sources = new Sources(cues, speakers);
        verbs = new CueVerbs(cues, sources, speakers);
        views = new ViewAs(cues, sources, speakers);
        secondLook = new SecondLook(cues, sources, speakers);
        apposed = new Apposed(cues, speakers);
        mistaken = new Mistaken(cues, speakers);
        nouns = new NounCues(cues, speakers);
        phrases = new SetPhrases(sources, speakers);
        continued = new Continued(cues);
        introduction = new Introduction(cues, speakers);
        freeSpeech = new FreeSpeech(cues);
        behind = new BehindQuotation(cues, sources, speakers);
        smallClauses = new SmallClauses(sources, speakers);
        via = new Via(new Outlets(gazetteers));
    }

    /** The attributions of an article, in the order of their cues. */
    public List<Attribution> of(Article article) {
        Labels labels = new Labels(article);
        List<Attribution> found = new ArrayList<>(labels.found());
        for (ParsedSentence sentence : article.sentences()) {
            int start = sentence.span().start();
            if (article.regionIsProse(start) && !labels.isQuestion(start)) {
                read(sentence, article, found);
            }
        }
        found = freeSpeech.add(QuotationSources.inOrder(found), article);
        new QuotationSources(article, speakers, behind, found).add();
        for (Attribution made : found) {
            continued.take(made, article);
            WriterGoesOn.cut(made, article);
        }
        NextCue.cut(found, article);
        for (Attribution made : found) {
            ListItems.take(made, article);
        }
        found = via.fold(found, article);
        return Repeats.drop(QuotationSources.inOrder(found));
    }

    private void read(ParsedSentence sentence, Article article, List<Attribution> found) {
        Set<Word> taken = new HashSet<>();
        Attribution introduced = introduction.in(sentence, article);
        if (introduced != null) {
            found.add(introduced);
        }
        for (Word word : sentence.words()) {
            if (article.inQuotation(word)) {
                continue;
            }
            for (Attribution made : at(word, sentence, article)) {
                if (taken.add(word) || made.rule.equals("conjunct")) {
                    found.add(made);
                }
            }
        }
    }

    private static boolean endsBefore(Attribution made, Word verb) {
        return made.content.get(made.content.size() - 1).end() <= verb.start();
    }

    private List<Attribution> at(Word word, ParsedSentence sentence, Article article) {
        Attribution phrase = AccordingTo.at(word, sentence, article);
        phrase = phrase != null ? phrase : InWords.at(word, sentence, article);
        if (phrase == null && !word.isVerb()) {
            phrase = mistaken.at(word, sentence, article);
            phrase = phrase != null ? phrase : Replies.at(word, sentence, article);
            phrase = phrase != null ? phrase : nouns.at(word, sentence, article);
        }
        if (phrase != null || !word.isVerb()) {
            return phrase == null ? List.of() : List.of(phrase);
        }
        Attribution setOff = apposed.at(word, sentence, article);
        setOff = setOff != null ? setOff : verbs.setOff(word, sentence, article);
        if (setOff != null) {
            return List.of(setOff);
        }
        Attribution set = phrases.at(word, sentence, article);
        set = set != null ? set : smallClauses.at(word, sentence, article);
        if (set != null) {
            return Conjuncts.split(set, article);
        }
        Attribution made = verbs.at(word, sentence, article);
        if (made == null || !made.rule.equals("clause")) {
            Attribution view = views.at(word, sentence, article);
            made = view != null ? view : made;
        }
        if (made == null
                || made.rule.equals("quotation")
                || made.rule.equals("object")
                || made.rule.equals("infinitive")) {
            Attribution second = secondLook.at(word, sentence, article);
            made = second != null ? second : made;
        }
        if (made == null
                || made.rule.equals("around")
                || made.rule.equals("object")
                || (made.rule.equals("clause") && endsBefore(made, word))) {
            Attribution bare = secondLook.bare(word, sentence, article);
            made = bare != null ? bare : made;
        }
        return made == null ? List.of() : Conjuncts.split(made, article);
    }
}
