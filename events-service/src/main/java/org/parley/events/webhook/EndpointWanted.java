package org.parley.events.webhook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.events.question.Origins;
import org.parley.events.question.Question;
import org.parley.kit.problem.ProblemException;

/**
 * What an endpoint is to be.
 *
 * @param url where events are sent to
 * @param label for people, or null
 * @param types which types of events, a {@code *} at the end for any rest; none for all
 * @param proposal only events that speak of one of these; likewise {@code actor} and {@code outlet}
 * @param origins only corroborations by which an utterance came to be reported by so many origins; null for others too
 * @param question a stored question: its filters hold then, and none can be given beside it
 * @param signature {@code v1} (HMAC, if none is given) or {@code v1a} (Ed25519)
 * @param secret the caller's own, for {@code v1}; null to be given one
 * @param after the cursor of the change feed behind which it begins; null to begin with what is new
 */
record EndpointWanted(
        String url,
        String label,
        List<String> types,
        List<UUID> proposal,
        List<UUID> actor,
        List<UUID> outlet,
        Integer origins,
        UUID question,
        String signature,
        String secret,
        String after) {

    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_LABEL = 200;
    private static final int MOST_IDS = 100;

    /** Itself, with every member in place. */
    EndpointWanted checked() {
        if (url == null || url.isBlank() || url.length() > LONGEST_URL) {
            throw ProblemException.badInput(
                    "url", "has to be the address to send to, at most " + LONGEST_URL + " characters");
        }
        if (label != null && label.length() > LONGEST_LABEL) {
            throw ProblemException.badInput("label", "is longer than " + LONGEST_LABEL + " characters");
        }
        if (signature != null && !Set.of("v1", "v1a").contains(signature)) {
            throw ProblemException.badInput("signature", "has to be v1 (HMAC-SHA-256) or v1a (Ed25519)");
        }
        if (secret != null && "v1a".equals(signature)) {
            throw ProblemException.badInput("secret", "cannot be given with v1a: the key pair is made here");
        }
        List<String> kinds = Origins.types(origins, types);
        return new EndpointWanted(
                url.strip(),
                label,
                kinds,
                ids("proposal", proposal),
                ids("actor", actor),
                ids("outlet", outlet),
                origins,
                question,
                signature == null ? "v1" : signature,
                secret,
                after);
    }

    /** The same with the filters of the question it names. */
    EndpointWanted asking(Question asked) {
        if (types != null || proposal != null || actor != null || outlet != null || origins != null) {
            throw ProblemException.badInput("question", "says itself what it wants: give no filters beside it");
        }
        return new EndpointWanted(
                url,
                label == null ? asked.name() : label,
                asked.types(),
                asked.proposal(),
                asked.actor(),
                asked.outlet(),
                asked.origins(),
                null,
                signature,
                secret,
                after);
    }

    private static List<UUID> ids(String field, List<UUID> ids) {
        if (ids != null && ids.size() > MOST_IDS) {
            throw ProblemException.badInput(field, "can hold at most " + MOST_IDS + " ids");
        }
        return ids == null ? List.of() : ids;
    }
}
