package org.parley.extraction.stance;

import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Whether what a verb tells is done by a proposal: "the pact protects us", not "guards protect us". */
final class Effects {

    private static final Set<String> TEXTS = Set.of(
            "text",
            "paper",
            "document",
            "page",
            "plan",
            "deal",
            "offer",
            "draft",
            "proposal",
            "agreement",
            "accord",
            "treaty",
            "pact",
            "clause",
            "provision",
            "version",
            "compromise",
            "package",
            "bargain",
            "award",
            "settlement",
            "arrangement",
            "formula",
            "idea",
            "terms",
            "list",
            "nothing",
            "anything",
            "everything",
            "something");
    private static final Set<String> IT = Set.of("it", "this", "that", "which", "these");
    private static final Set<String> DOUBTING = Set.of("doubt", "deny", "dispute", "question", "wonder", "ask");
    private static final Set<String> THINKING = Set.of("believe", "think", "expect", "imagine", "see", "feel");
    private static final Set<String> OPEN = Set.of("whether", "if", "unless", "until");
    private static final Set<String> RELATIVES = Set.of("that", "which");

    private static final Set<String> OURS = Set.of("us", "our", "me", "my", "him", "his", "her", "them", "their");

    private final Set<String> heads;

    /** @param heads nouns that name proposals in the article */
    Effects(Set<String> heads) {
        this.heads = heads;
    }

    static boolean isText(Word noun) {
        return TEXTS.contains(noun.lemma());
    }

    /** Whether a noun is one for proposals, here or anywhere. */
    boolean isNamed(Word noun) {
        return isText(noun) || heads.contains(noun.lemma());
    }

    /** "it protects us", "the pact would cost jobs", "a text that forgets the coast". */
    boolean isOfText(int at, List<Span> names, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word word = sentence == null ? null : wordAt(sentence, at);
        if (word == null || !word.isVerb() || word.hasRelation("acl", "vmod")) {
            return false;
        }
        if (isOpen(word) || Clauses.isPassive(word) || (word.tag().equals("VBG") && word.kid("aux") == null)) {
            return false;
        }
        Word subject = Clauses.subject(word);
        if (subject != null && RELATIVES.contains(subject.lower()) && word.hasRelation("relcl")) {
            subject = word.head();
        }
        Word who = subject;
        return who != null
                && (IT.contains(who.lower()) || isNamed(who) || names.stream().anyMatch(n -> n.contains(who.start())));
    }

    /** Told in the speaker's own words, or of what is done to him and his: "it 'opens doors'", "it cuts our wages". */
    boolean isFelt(int at, Article article) {
        ParsedSentence sentence = article.sentenceAt(at);
        Word verb = sentence == null ? null : wordAt(sentence, at);
        return article.inQuotation(at)
                || (verb != null
                        && verb.kids("dobj", "dative").stream()
                                .anyMatch(k -> OURS.contains(k.lower())
                                        || k.kids("poss").stream().anyMatch(p -> OURS.contains(p.lower()))));
    }

    /** "doubted it would work", "whether it helps". */
    private static boolean isOpen(Word verb) {
        Word over = verb.hasRelation("ccomp", "xcomp") ? verb.head() : null;
        Word mark = verb.kid("mark");
        boolean doubted = over != null
                && (DOUBTING.contains(over.lemma()) || (THINKING.contains(over.lemma()) && Clauses.isNegated(over)));
        return doubted || (mark != null && OPEN.contains(mark.lower()));
    }

    static Word wordAt(ParsedSentence sentence, int at) {
        for (Word word : sentence.words()) {
            if (word.start() <= at && at < word.end()) {
                return word;
            }
        }
        return null;
    }
}
