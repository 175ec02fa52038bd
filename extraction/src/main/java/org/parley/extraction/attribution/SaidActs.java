package org.parley.extraction.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * What a statement does, once its speaker and the side it takes are known: to say "this is no use to us" is to judge, "we will not have it"
 * to reject, whatever the word of saying.
 */
public final class SaidActs {

    /** Told as somebody's words, these are judgements. */
    private static final Set<String> JUDGING =
            Set.of("think", "believe", "doubt", "feel", "consider", "find", "reckon", "suspect", "suppose", "imagine");

    /** Who does so asks, whatever it is that should be done. */
    private static final Set<String> ASKING = Set.of(
            "urge",
            "exhort",
            "implore",
            "beseech",
            "beg",
            "plead",
            "plead for",
            "plea",
            "appeal",
            "appeal for",
            "petition",
            "lobby");

    private static final Set<String> EXPECTING = Set.of("expect", "anticipate", "foresee", "predict");
    private static final Set<String> ONESELF = Set.of("i", "we", "he", "she", "they");
    private static final Set<String> ANYBODY =
            Set.of("one", "you", "nobody", "everybody", "everyone", "whoever", "anyone", "nothing");
    private static final Set<String> POSSESSORS = Set.of("our", "my", "his", "her", "their");
    private static final Set<String> TOLD_OF = Set.of(
            "reject",
            "refuse",
            "turn",
            "say",
            "tell",
            "agree",
            "accept",
            "promise",
            "sign",
            "order",
            "offer",
            "threaten",
            "demand");
    private static final int STEM = 4;

    private final Article article;

    public SaidActs(Article article) {
        this.article = article;
    }

    /** @param told the stance it expresses toward a proposal, or null */
    public SpeechAct of(Attribution statement, StanceValue told, List<Speaker> speakers) {
        SpeechAct act = Acts.of(statement);
        String cue = statement.lemma() == null ? "" : statement.lemma().toLowerCase(Locale.ROOT);
        return switch (act) {
            case ASSERT -> ofPlain(statement, told, speakers);
            case PROMISE -> ofPromise(statement, told, speakers);
            case DENY -> ofDenial(statement, cue);
            case THINK -> ofThought(statement, cue);
            case PREDICT -> ofForecast(statement, told, speakers);
            case DEMAND -> ASKING.contains(cue) ? SpeechAct.ASK : act;
            default -> act;
        };
    }

    private SpeechAct ofPlain(Attribution statement, StanceValue told, List<Speaker> speakers) {
        Word main = ClauseActs.main(statement);
        if (told == StanceValue.OPPOSE || (main != null && isOwnRefusal(main, speakers))) {
            return SpeechAct.REJECT;
        }
        if (main != null && isDenial(main)) {
            return SpeechAct.DENY;
        }
        if (told != null && told != StanceValue.NO_PUBLIC_COMMITMENT) {
            return SpeechAct.EVALUATE;
        }
        if (main == null) {
            return SpeechAct.ASSERT;
        }
        if (EXPECTING.contains(main.lemma()) && isOneself(Clauses.ownSubject(main))) {
            return SpeechAct.PREDICT;
        }
        boolean described = "describe".equals(statement.lemma());
        return described || isQuotedPredicate(main) || isMaxim(main) ? SpeechAct.EVALUATE : SpeechAct.ASSERT;
    }

    /** "vowed never to sign" rejects; "it will rain, he promised" foretells. */
    private static SpeechAct ofPromise(Attribution statement, StanceValue told, List<Speaker> speakers) {
        Word main = ClauseActs.main(statement);
        Word subject = main == null ? null : Clauses.ownSubject(main);
        boolean thing = subject != null
                && subject.lower().equals("it")
                && (statement.head() == null
                        || statement.head().is(EntityType.PERSON)
                        || isOneself(statement.head())
                        || isPerson(speakers));
        if (thing && ClauseActs.isFuture(Clauses.modal(main))) {
            return SpeechAct.PREDICT;
        }
        return told == StanceValue.OPPOSE ? SpeechAct.REJECT : SpeechAct.PROMISE;
    }

    private static SpeechAct ofThought(Attribution statement, String cue) {
        Word main = ClauseActs.main(statement);
        boolean future = !cue.equals("doubt") && main != null && ClauseActs.isFuture(Clauses.modal(main));
        return future || EXPECTING.contains(cue)
                ? SpeechAct.PREDICT
                : JUDGING.contains(cue) ? SpeechAct.EVALUATE : SpeechAct.THINK;
    }

    /** "the islands will not pay" of the islands' premier is no forecast. */
    private static SpeechAct ofForecast(Attribution statement, StanceValue told, List<Speaker> speakers) {
        Word main = statement.type() == CueClass.PREDICT ? null : ClauseActs.main(statement);
        boolean refused = main != null && (told == StanceValue.OPPOSE || isOwnRefusal(main, speakers));
        return refused ? SpeechAct.REJECT : SpeechAct.PREDICT;
    }

    private static boolean isPerson(List<Speaker> speakers) {
        return !speakers.isEmpty() && speakers.get(0).kind() == Speaker.Kind.PERSON;
    }

    /** "ruled out a pause" rejects it, "did not rule out a pause" hints at one. */
    private static SpeechAct ofDenial(Attribution statement, String cue) {
        return !statement.negated() ? SpeechAct.SIGNAL : cue.equals("rule out") ? SpeechAct.REJECT : SpeechAct.DENY;
    }

    /** "We have rejected nothing", "she had not said no": a deed that others told of is denied. */
    private static boolean isDenial(Word main) {
        Word object = main.kid("dobj");
        Word subject = Clauses.ownSubject(main);
        boolean own = isOneself(subject)
                || (subject != null && subject.kids("poss").stream().anyMatch(k -> POSSESSORS.contains(k.lower())));
        return own
                && TOLD_OF.contains(main.lemma())
                && Clauses.modal(main) == null
                && (main.tag().equals("VBD") || main.tag().equals("VBN"))
                && (Clauses.isNegated(main) || (object != null && object.lower().equals("nothing")));
    }

    private static boolean isOneself(Word subject) {
        return subject != null && ONESELF.contains(subject.lower());
    }

    /** "Norland would not reopen it", of Norland's minister. */
    private static boolean isOwnRefusal(Word main, List<Speaker> speakers) {
        Word subject = Clauses.ownSubject(main);
        return subject != null
                && subject.isProperNoun()
                && subject.form().length() >= STEM
                && Clauses.isNegated(main)
                && ClauseActs.isFuture(Clauses.modal(main))
                && speakers.stream().anyMatch(s -> speaksFor(s, subject.form().substring(0, STEM)));
    }

    private static boolean speaksFor(Speaker speaker, String name) {
        return speaker.name().contains(name)
                || (speaker.role() != null && speaker.role().contains(name));
    }

    /** 'The fee is "a lid on an empty pot"': what is told in the speaker's own words is not just told. */
    private boolean isQuotedPredicate(Word main) {
        Word predicate = main.lemma().equals("be") ? main.kid("attr", "acomp", "prep") : null;
        return predicate != null && article.inQuotation(predicate);
    }

    /** "A fence keeps nobody dry": of no fence that was told of. */
    private boolean isMaxim(Word main) {
        Word subject = Clauses.ownSubject(main);
        boolean present = main.tag().equals("VBZ") || main.tag().equals("VBP");
        return present
                && subject != null
                && article.inQuotation(main)
                && article.inQuotation(subject)
                && (ANYBODY.contains(subject.lower()) || isOfNone(subject));
    }

    private static boolean isOfNone(Word noun) {
        return noun.isNoun()
                && !noun.isProperNoun()
                && noun.kids("det", "poss").stream()
                        .allMatch(k -> k.lower().equals("a") || k.lower().equals("an"))
                && noun.kids().stream().noneMatch(k -> k.tag().equals("CD"))
                && noun.kid("prep", "relcl", "acl") == null;
    }
}
