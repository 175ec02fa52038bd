package org.parley.gateway.kept;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must never be kept, by name: operations that do something, and fields whose value can change though nothing is
 * written, since they look at the clock or at how the services do. A name cannot be written in two ways, so a document
 * without the word has no such field; one that has it elsewhere is merely not kept.
 */
final class Fleeting {

    static final Set<String> FIELDS = Set.of("status", "scorecard", "scorecardArticles");

    private static final Pattern WORDS =
            Pattern.compile("\\b(mutation|subscription|" + String.join("|", FIELDS) + ")\\b");

    private Fleeting() {}

    static boolean mayBeIn(String document) {
        return WORDS.matcher(document).find();
    }
}
