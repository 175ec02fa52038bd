package org.parley.extraction.stance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.CueClass;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Table;

/** What the word of saying itself tells of a stance: "denounced", "welcomed", "doubts". */
final class CueSides {

    /** Verbs and nouns of saying that judge what they are said of. */
    private static final Map<String, StanceValue> JUDGING = new HashMap<>();

    static {
        for (String[] row : Table.rows("stance/judging-cues.tsv", Stances.class)) {
            JUDGING.put(row[0], StanceValue.valueOf(row[1]));
        }
    }

    /** What becomes of a proposal by the hands of others. */
    private static final Pattern OUTLOOK = Pattern.compile(
            "(?i)\\b(?:majority|votes?|pass|passed|ratified|parliament|survive|get through|signed by)\\b");

    private static final Set<String> STEPS =
            Set.of("step", "move", "decision", "change", "compromise", "concession", "outcome", "result", "idea");
    /** What others say of a thing: who rejects that does not reject the thing. */
    private static final Set<String> WORDS_OF_OTHERS = Set.of(
            "suggestion",
            "claim",
            "report",
            "allegation",
            "accusation",
            "criticism",
            "critique",
            "charge",
            "rumour",
            "rumor",
            "speculation",
            "assertion",
            "notion",
            "complaint",
            "objection",
            "concern",
            "fear",
            "doubt",
            "warning",
            "attack",
            "interpretation");

    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

    private final Article article;

    CueSides(Article article) {
        this.article = article;
    }

    /** "dismissed claims that the plan was dead", "rejected criticism of the plan". */
    boolean isOfOthersWords(Attribution statement) {
        Word object = statement.verb() == null ? null : statement.verb().kid("dobj");
        SpeechAct act = Acts.of(statement);
        return object != null
                && (act == SpeechAct.REJECT || act == SpeechAct.DISMISS || isAgainst(of(statement)))
                && WORDS_OF_OTHERS.contains(object.lemma())
                && object.index() > statement.verb().index();
    }

    static boolean isAgainst(StanceValue value) {
        return value == StanceValue.OPPOSE || value == StanceValue.SCEPTICAL;
    }

    /** "defended the step", "attacked that compromise": what is judged is what was told before. */
    static boolean isOfStep(Attribution statement) {
        Word object = statement.verb() == null ? null : statement.verb().kid("dobj");
        return object != null
                && STEPS.contains(object.lemma())
                && object.kids("det").stream().anyMatch(d -> DEFINITE.contains(d.lower()))
                && object.kid("prep", "relcl", "acl") == null;
    }

    /** Verbs that judge what they are said of: "defended the step", "denounced it as a trap", "doubts it helps"; not "doubts it will find votes". */
    StanceValue of(Attribution statement) {
        boolean forecast = "doubt".equals(statement.lemma())
                && statement.content().stream()
                        .anyMatch(c -> OUTLOOK.matcher(article.text(c)).find());
        return forecast || statement.lemma() == null
                ? null
                : JUDGING.get(statement.lemma().toLowerCase(Locale.ROOT));
    }

    /** "said she would not come" rejects something too, but the proposal only if the words say so. */
    static boolean isByCue(Attribution statement) {
        return statement.type() == CueClass.REJECT || Acts.isOfCue(statement);
    }
}
