package org.parley.events.question;

import java.util.List;
import org.parley.kit.change.EventTypes;
import org.parley.kit.problem.ProblemException;

/** A number of origins to hear of once an utterance has reached it. */
public final class Origins {

    private static final String CORROBORATED = "org.parley.utterance.corroborated.v1";
    private static final int LEAST = 2;
    private static final int MOST = 1_000;

    private Origins() {}

    /**
     * The types of events that are wanted: with a number of origins, corroborations and no others.
     *
     * @throws ProblemException naming what does not go together, or is no such number or type
     */
    public static List<String> types(Integer origins, List<String> types) {
        List<String> kinds = types == null ? List.of() : types;
        var matching = EventTypes.matching("types", kinds);
        if (origins == null) {
            return kinds;
        }
        if (origins < LEAST || origins > MOST) {
            throw ProblemException.badInput(
                    "origins", "has to be " + LEAST + " to " + MOST + ": one origin is how every utterance begins");
        }
        if (!kinds.isEmpty() && !matching.contains(CORROBORATED)) {
            throw ProblemException.badInput(
                    "types", "has to be " + CORROBORATED + ", or left out, where origins is given");
        }
        return List.of(CORROBORATED);
    }
}
