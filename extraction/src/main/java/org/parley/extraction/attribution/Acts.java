package org.parley.extraction.attribution;

import java.util.HashMap;
import java.util.Map;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.text.Table;

/**
 * What saying something does: by the cue's class, by the cue itself where the table {@code attribution/acts.tsv} knows better, and where the
 * cue tells nothing by the clause.
 */
public final class Acts {

    private static final Map<String, SpeechAct> BY_CUE = new HashMap<>();

    static {
        for (String[] row : Table.rows("attribution/acts.tsv", Acts.class)) {
            BY_CUE.put(row[0], SpeechAct.valueOf(row[1]));
        }
    }

    private Acts() {}

    public static SpeechAct of(Attribution statement) {
        if (statement.absent()) {
            return SpeechAct.ABSENCE;
        }
        SpeechAct own = statement.lemma() == null ? null : BY_CUE.get(statement.lemma());
        if (own != null) {
            return own;
        }
        SpeechAct byCue = of(statement.type());
        SpeechAct byClause = byCue == SpeechAct.ASSERT ? ClauseActs.of(statement) : null;
        return byClause != null ? byClause : byCue;
    }

    /** Whether the cue itself tells the act. */
    public static boolean isOfCue(Attribution statement) {
        return statement.lemma() != null && BY_CUE.containsKey(statement.lemma());
    }

    private static SpeechAct of(CueClass type) {
        return switch (type) {
            case SAY, CLAIM, ANSWER, OTHER -> SpeechAct.ASSERT;
            case REPORT, EVIDENCE -> SpeechAct.REPORT;
            case ANNOUNCE -> SpeechAct.ANNOUNCE;
            case DEMAND -> SpeechAct.DEMAND;
            case ORDER -> SpeechAct.ORDER;
            case ASK -> SpeechAct.ASK;
            case PROPOSE -> SpeechAct.PROPOSE;
            case PROMISE -> SpeechAct.PROMISE;
            case DENY -> SpeechAct.DENY;
            case REJECT -> SpeechAct.REJECT;
            case ACCEPT, EVALUATE -> SpeechAct.EVALUATE;
            case ADMIT -> SpeechAct.ACKNOWLEDGE;
            case WARN -> SpeechAct.WARN;
            case PREDICT -> SpeechAct.PREDICT;
            case THINK -> SpeechAct.THINK;
        };
    }
}
