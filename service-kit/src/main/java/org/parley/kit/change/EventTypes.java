package org.parley.kit.change;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.kit.problem.ProblemException;

/** Every type of event there is. The JSON Schema of each is a resource of this name below {@code events/}. */
public final class EventTypes {

    /** In the order of the alphabet. */
    public static final List<String> ALL = List.of(
            "org.parley.actor.changed.v1",
            "org.parley.article.changed.v1",
            "org.parley.article.retracted.v1",
            "org.parley.article.stored.v1",
            "org.parley.article.version-added.v1",
            "org.parley.feed.broken.v1",
            "org.parley.feed.changed.v1",
            "org.parley.feed.created.v1",
            "org.parley.feed.recovered.v1",
            "org.parley.outlet.changed.v1",
            "org.parley.outlet.created.v1",
            "org.parley.proposal.added.v1",
            "org.parley.proposal.changed.v1",
            "org.parley.proposal.superseded.v1",
            "org.parley.review.decided.v1",
            "org.parley.statement.added.v1",
            "org.parley.statement.changed.v1",
            "org.parley.statement.removed.v1",
            "org.parley.statement.superseded.v1",
            "org.parley.utterance.corroborated.v1",
            "org.parley.webhook.disabled.v1",
            "org.parley.webhook.ping.v1");

    private EventTypes() {}

    /**
     * The types that patterns stand for.
     *
     * @param field the parameter they came in, for the error
     * @param patterns each a type, or the beginning of some with {@code *} in place of the rest
     * @throws ProblemException BAD_USER_INPUT for a pattern that stands for none
     */
    public static Set<String> matching(String field, Iterable<String> patterns) {
        Set<String> types = new TreeSet<>();
        for (String pattern : patterns) {
            List<String> found = ALL.stream()
                    .filter(type -> pattern.endsWith("*")
                            ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                            : type.equals(pattern))
                    .toList();
            if (found.isEmpty()) {
                throw ProblemException.badInput(
                        field,
                        "no event has this type; there are " + String.join(", ", ALL)
                                + "; a * at the end stands for any rest");
            }
            types.addAll(found);
        }
        return types;
    }
}
