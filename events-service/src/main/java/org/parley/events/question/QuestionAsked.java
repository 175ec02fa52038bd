package org.parley.events.question;

import java.util.List;
import java.util.UUID;
import org.parley.kit.problem.ProblemException;

/** A question to store; the members as in {@link Question}. */
record QuestionAsked(
        String name, List<String> types, List<UUID> proposal, List<UUID> actor, List<UUID> outlet, Integer origins) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_IDS = 100;

    /** Itself, with every member in place. */
    QuestionAsked checked() {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw ProblemException.badInput(
                    "name", "has to say what is asked, in at most " + LONGEST_NAME + " characters");
        }
        List<String> kinds = Origins.types(origins, types);
        QuestionAsked whole = new QuestionAsked(
                name, kinds, ids("proposal", proposal), ids("actor", actor), ids("outlet", outlet), origins);
        if (kinds.isEmpty()
                && whole.proposal().isEmpty()
                && whole.actor().isEmpty()
                && whole.outlet().isEmpty()) {
            throw ProblemException.badInput(
                    "types",
                    "has to name types of events, or proposal, actor, outlet or origins something: this asks for everything");
        }
        return whole;
    }

    private static List<UUID> ids(String field, List<UUID> ids) {
        if (ids != null && ids.size() > MOST_IDS) {
            throw ProblemException.badInput(field, "can hold at most " + MOST_IDS + " ids");
        }
        return ids == null ? List.of() : ids;
    }
}
