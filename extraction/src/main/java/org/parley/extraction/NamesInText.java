package org.parley.extraction;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Entity;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.syntax.Article;

/** The persons, places and bodies an article names. */
final class NamesInText {

    private static final Set<EntityType> NAMES =
            Set.of(EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.FAC, EntityType.NORP);
    private static final int MOST = 60;

    private NamesInText() {}

    /** In lower case; a country by its usual name, a person by the last word, as later mentions have it. */
    static Set<String> of(Article article, Gazetteers gazetteers) {
        Set<String> names = new TreeSet<>();
        for (ParsedSentence sentence : article.sentences()) {
            for (Entity entity : sentence.entities()) {
                if (NAMES.contains(entity.type()) && names.size() < MOST) {
                    names.add(name(entity, gazetteers));
                }
            }
        }
        names.removeIf(name -> name.length() < 3);
        return names;
    }

    private static String name(Entity entity, Gazetteers gazetteers) {
        String words = entity.text().replaceAll("\\s+", " ").replaceFirst("['\u2019]s?$", "");
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return gazetteers
                .country(words)
                .map(known -> known.country().name())
                .orElse(entity.type() == EntityType.PERSON ? last : words)
                .toLowerCase(Locale.ROOT);
    }
}
