package org.parley.extraction.proposal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.parse.Entity;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.syntax.Article;

/** Common nouns for bodies that have texts of their own: "the commission's draft". A government's or a ministry's is its country's. */
final class Bodies {

    private static final Set<String> NOUNS = Set.of(
            "commission",
            "committee",
            "council",
            "union",
            "federation",
            "league",
            "association",
            "company",
            "court",
            "panel",
            "bloc",
            "alliance",
            "bank",
            "agency",
            "tribunal",
            "board",
            "secretariat",
            "group");

    private Bodies() {}

    static boolean has(String noun) {
        return NOUNS.contains(noun);
    }

    /** Whether this can be the name of such a body. */
    static boolean isName(String name, String noun) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(noun) || lower.endsWith(" " + noun);
    }

    /** The one body of the article whose name ends with this word; null where none does, or several. */
    static String named(String noun, Article article, Making making) {
        Set<String> found = new HashSet<>();
        for (ParsedSentence sentence : article.sentences()) {
            for (Entity entity : sentence.entities()) {
                String name = entity.type() == EntityType.ORG ? making.name(entity.head()) : "";
                if (name.indexOf(' ') > 0 && isName(name, noun)) {
                    found.add(name);
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
