package org.parley.gateway.kept;

import java.util.Set;

/**
 * All that an answer depends on besides what is stored: askers who may see the same share it.
 *
 * @param operation its name in the document, or null
 * @param variables as JSON, or null
 * @param roles of who asks
 */
public record Question(String document, String operation, String variables, Set<String> roles) {

    private static final int RECORDS = 300;

    /** Bytes it takes, roughly. */
    int bytes() {
        return RECORDS + 2 * (document.length() + (variables == null ? 0 : variables.length()));
    }
}
