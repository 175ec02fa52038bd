package org.parley.extraction.attribution;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.text.Table;

/** The words that carry a saying, from the table {@code attribution/cues.tsv}. */
final class CueTable {

    private final Map<String, Cue> verbs = new HashMap<>();
    private final Map<String, Cue> nouns = new HashMap<>();

    CueTable() {
        for (String[] row : Table.rows("attribution/cues.tsv", CueTable.class)) {
            Cue cue = new Cue(
                    row[0],
                    CueClass.of(row[2]),
                    Cue.Clause.valueOf(row[3].toUpperCase(Locale.ROOT)),
                    Cue.Argument.valueOf(row[4].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(row[5]));
            if (cue.type() == CueClass.OTHER) {
                continue;
            }
            switch (row[1]) {
                case "verb" -> verbs.put(row[0], cue);
                case "noun" -> nouns.put(row[0], cue);
                default -> {} // phrases have a rule of their own
            }
        }
        spellBritish(verbs);
        spellBritish(nouns);
    }

    /** The cue that a verb is, with its particle where that makes another one ("call" or "call for"), or null. */
    Cue verb(Word word, ParsedSentence sentence) {
        if (!word.isVerb()) {
            return null;
        }
        Cue alone = verbs.get(word.lemma());
        Word next = next(word, sentence);
        if (next != null) {
            Cue phrase = verbs.get(word.lemma() + " " + next.lower());
            Word then = next(next, sentence);
            boolean circumstance =
                    then != null && then.is(EntityType.DATE) && !then.tag().equals("CD"); // "insists on nine years"
            if (phrase != null && !next.isNoun() && !circumstance) {
                return phrase;
            }
        }
        Word particle = word.kid("prt");
        if (particle != null) {
            Cue phrase = verbs.get(word.lemma() + " " + particle.lower());
            if (phrase != null) {
                return phrase;
            }
        }
        return alone;
    }

    Cue verb(String lemma) {
        return verbs.get(lemma);
    }

    Cue noun(Word word) {
        return word.isNoun() ? nouns.get(word.lemma().toLowerCase(Locale.ROOT)) : null;
    }

    private static Word next(Word word, ParsedSentence sentence) {
        return word.index() + 1 < sentence.size() ? sentence.word(word.index() + 1) : null;
    }

    private static void spellBritish(Map<String, Cue> table) {
        for (Map.Entry<String, Cue> row : Map.copyOf(table).entrySet()) {
            String lemma = row.getKey();
            if (lemma.endsWith("ize")) {
                table.putIfAbsent(lemma.substring(0, lemma.length() - 3) + "ise", row.getValue());
            } else if (lemma.endsWith("ization")) {
                table.putIfAbsent(lemma.replace("ization", "isation"), row.getValue());
            }
        }
    }
}
