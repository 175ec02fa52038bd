package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** What is asked for, and who is to do it. */
final class Requests {

    /** What a reporter asks for. */
    private static final Set<String> WRITERS = Set.of("comment", "reaction", "response", "clarification", "interview");

    private static final Set<String> CALLED_ON = Set.of("on", "upon", "with", "to");

    private Requests() {}

    /** "ordered his men, two cousins, to leave", "called on the owners to sell": where the tree makes a purpose of it. */
    static boolean isOrder(Word kid, Word verb, Cue cue) {
        Word told = cue.object() == Cue.Argument.HEARER ? verb.kid("dobj") : null;
        told = told == null && cue.type() != CueClass.ORDER ? calledOn(verb) : told;
        return (cue.type() == CueClass.ORDER || cue.type() == CueClass.DEMAND || cue.type() == CueClass.ASK)
                && kid.hasRelation("advcl")
                && Clauses.isInfinitive(kid)
                && told != null
                && told.index() < kid.index();
    }

    /** "called on the owners", "pleaded with them", "appealed to Elm": who is to do it, or null. */
    static Word calledOn(Word verb) {
        for (Word kid : verb.kids("prep")) {
            if (CALLED_ON.contains(kid.lower()) && kid.kid("pobj") != null) {
                return kid.kid("pobj");
            }
        }
        return null;
    }

    /** "called for the road to be blocked": what is wanted of it. */
    static List<Word> toBeDone(Word verb, Cue cue) {
        Word thing = cue.lemma().endsWith(" for") ? verb.kid("prep") : null;
        return thing == null
                ? List.of()
                : verb.kids("advcl", "xcomp").stream()
                        .filter(k -> k.index() > thing.index()
                                && k.kids("aux").stream()
                                        .anyMatch(to -> to.lower().equals("to")))
                        .toList();
    }

    /** "asked (the owners) for more time": the thing asked for, or null. */
    static Word asksFor(Word verb, Cue cue) {
        if (cue.object() != Cue.Argument.HEARER || (cue.type() != CueClass.ASK && cue.type() != CueClass.DEMAND)) {
            return null;
        }
        Word told = verb.kid("dobj", "dative");
        List<Word> prepositions = new ArrayList<>(verb.kids("prep"));
        prepositions.addAll(told == null ? List.of() : told.kids("prep"));
        int after = told == null ? verb.index() : told.index();
        for (Word kid : prepositions) {
            Word thing = kid.lower().equals("for") && kid.index() > after ? kid.kid("pobj") : null;
            if (thing != null && !WRITERS.contains(thing.lemma())) {
                return thing;
            }
        }
        return null;
    }
}
