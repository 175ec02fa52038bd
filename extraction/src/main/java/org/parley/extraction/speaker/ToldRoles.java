package org.parley.extraction.speaker;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Clauses;

/** Offices that a verb gives: "Holm became Osterland's harbour minister", "was named envoy", "Berg, who heads the pilots". */
final class ToldRoles {

    private static final Set<String> BECOME = Set.of("become", "remain");
    private static final Set<String> APPOINT = Set.of("appoint", "name", "elect", "nominate", "make", "swear");
    /** What who holds an office does, said of him in a relative clause of the present. */
    private static final Set<String> HOLD = Set.of(
            "head",
            "lead",
            "chair",
            "run",
            "direct",
            "command",
            "teach",
            "represent",
            "advise",
            "edit",
            "manage",
            "oversee");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "his", "her", "their", "now");

    private ToldRoles() {}

    /** The span of the office that the clause around this name tells, and the noun or verb that heads it; or null. */
    static Office of(NameMention mention, RoleFinder roles) {
        Word name = mention.head();
        for (Word clause : name.kids("relcl")) {
            if (clause.tag().equals("VBZ")
                    && HOLD.contains(clause.lemma())
                    && clause.kid("dobj") != null
                    && !Clauses.isNegated(clause)) {
                Span object = Clauses.nounPhrase(clause.kid("dobj"));
                return new Office(new Span(clause.start(), object.end()), clause);
            }
        }
        Word verb = name.head();
        if (!name.hasRelation("nsubj", "nsubjpass")
                || verb == null
                || Clauses.modal(verb) != null
                || Clauses.isNegated(verb)) {
            return null;
        }
        boolean becomes = name.hasRelation("nsubj") && BECOME.contains(verb.lemma());
        boolean isAppointed = name.hasRelation("nsubjpass") && APPOINT.contains(verb.lemma());
        boolean serves = name.hasRelation("nsubj")
                && verb.tag().equals("VBZ")
                && verb.lemma().equals("serve");
        List<Word> told = becomes || isAppointed ? verb.kids("attr", "oprd", "dobj", "xcomp") : List.of();
        List<Word> as = isAppointed || serves ? verb.kids("prep") : List.of();
        return Stream.concat(
                        told.stream(),
                        as.stream().filter(p -> p.lower().equals("as")).flatMap(p -> p.kids("pobj").stream()))
                .filter(noun -> roles.isRoleNoun(noun) && noun.index() > verb.index())
                .findFirst()
                .map(ToldRoles::office)
                .orElse(null);
    }

    private static Office office(Word noun) {
        List<Word> words = Clauses.nounPhraseWords(noun).stream()
                .filter(w -> !(w.index() < noun.index() && ARTICLES.contains(w.lower())))
                .toList();
        return new Office(Clauses.span(words), noun);
    }

    /**
     * An office as told.
     *
     * @param head the noun, or the verb of who heads something
     */
    record Office(Span span, Word head) {}
}
