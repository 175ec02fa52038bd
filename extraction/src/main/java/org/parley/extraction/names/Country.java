package org.parley.extraction.names;

import java.util.List;

/**
 * A country and the words that stand for it.
 *
 * @param iso2 ISO 3166-1 alpha-2 code
 * @param names the usual English name first
 * @param capitals seat of government first
 * @param demonyms adjective and words for its people ("Polish", "Pole", "Poles")
 * @param metonyms what news says for its government ("Kremlin", "Downing Street")
 */
public record Country(
        String iso2, List<String> names, List<String> capitals, List<String> demonyms, List<String> metonyms) {

    public String name() {
        return names.get(0);
    }
}
