package org.parley.extraction.parse;

import java.util.Set;

/** Gives verbs the subject back that the parser hangs elsewhere. */
final class SubjectRepair {

    /** Told of something with a word for it: "described as", "called". */
    private static final Set<String> NAMING = Set.of(
            "described",
            "called",
            "hailed",
            "dismissed",
            "labelled",
            "labeled",
            "branded",
            "characterised",
            "characterized",
            "denounced",
            "condemned",
            "praised",
            "portrayed",
            "depicted",
            "criticised",
            "criticized",
            "decried",
            "derided",
            "termed",
            "dubbed");

    private static final Set<String> RELATIVE = Set.of("which", "whom", "whose");

    private static final Set<String> POSTING =
            Set.of("posted", "wrote", "tweeted", "added", "warned", "said", "argued", "insisted", "noted", "announced");

    private static final Set<String> ANNOUNCING =
            Set.of("announces", "warns", "claims", "reports", "states", "notes", "comments", "remarks", "insists");

    private static final int FAR = 9;

    private final Arcs arcs;

    SubjectRepair(Arcs arcs) {
        this.arcs = arcs;
    }

    void tidy(int word) {
        if (NAMING.contains(arcs.form(word)) && arcs.is(word, "acl")) {
            named(word);
        }
        if (arcs.isSubject(word)) {
            active(word);
        }
        borrowed(word);
        fronted(word);
        posted(word);
        announces(word);
    }

    /** "..., mediator Ada Torsgard announces.": a verb, however much it looks like the last part of a name. */
    private void announces(int verb) {
        int name = verb - 1;
        int comma = name;
        while (comma > 1 && arcs.isNoun(comma)) {
            comma--;
        }
        if (!ANNOUNCING.contains(arcs.form(verb))
                || !arcs.tag(verb).equals("NNS")
                || verb + 1 != arcs.size()
                || comma == name
                || !arcs.tag(name).startsWith("NNP")
                || !arcs.form(comma).equals(",")) {
            return;
        }
        for (int i = comma + 1; i < name; i++) {
            if (arcs.head(i) == verb) {
                arcs.rehang(i, name);
            }
        }
        arcs.retag(verb, "VBZ");
        arcs.hang(verb, arcs.head(verb), "parataxis");
        arcs.hang(name, verb, "nsubj");
    }

    /** "..., its leader, Ona Reim, posted on Tuesday": the leader did, and was not. */
    private void posted(int verb) {
        int noun = arcs.head(verb);
        if (!arcs.is(verb, "acl")
                || !arcs.tag(verb).equals("VBN")
                || !POSTING.contains(arcs.form(verb))
                || !arcs.form(verb - 1).equals(",")
                || noun == 0
                || noun >= verb
                || !arcs.form(noun + 1).equals(",")
                || arcs.form(verb + 1).equals("by")) {
            return;
        }
        arcs.replace(verb, noun);
        arcs.retag(verb, "VBD");
        arcs.hang(noun, verb, "nsubj");
    }

    /** "The minister had earlier ruled it out": hung on "had"; "has threatened" is no passive. */
    private void active(int subject) {
        int verb = arcs.head(subject);
        if (arcs.is(verb, "aux", "auxpass") && !arcs.hasSubject(arcs.head(verb))) {
            verb = arcs.head(verb);
            arcs.hang(subject, verb, "nsubj");
        }
        boolean perfect = false;
        for (int i = subject + 1; i < verb; i++) {
            if (arcs.head(i) == verb && arcs.is(i, "auxpass")) {
                return;
            }
            perfect |=
                    arcs.head(i) == verb && arcs.is(i, "aux") && arcs.lemma(i).equals("have");
        }
        if (perfect) {
            arcs.hang(subject, verb, "nsubj");
        }
    }

    /** "The plan, a copy of which was seen by the paper, calls for ...": the plan calls, and was not seen twice. */
    private void borrowed(int clause) {
        int verb = arcs.head(clause);
        if (verb <= clause || !arcs.isVerb(verb) || arcs.hasSubject(verb)) {
            return;
        }
        int first = 0;
        int second = 0;
        for (int i = 1; i < clause; i++) {
            boolean own = arcs.head(i) == clause;
            if (own && first == 0 && arcs.isNoun(i) && arcs.form(i + 1).equals(",")) {
                first = i;
            } else if (own && first > 0 && second == 0 && arcs.isSubject(i)) {
                second = i;
            }
        }
        for (int i = first + 1; second > 0 && i < clause; i++) {
            if (RELATIVE.contains(arcs.form(i))) {
                arcs.hang(first, verb, "nsubj");
                arcs.hang(clause, first, "relcl");
                return;
            }
        }
    }

    /** "In a talk with the Courier, the head of the guild, Olav Sund, played it down": the head, and not the Courier. */
    private void fronted(int noun) {
        int before = arcs.head(noun);
        int article = noun - 1;
        while (article > 1 && arcs.head(article) == noun) {
            article--;
        }
        if (!arcs.is(noun, "appos")
                || before > noun
                || !arcs.isNoun(noun)
                || !arcs.form(article).equals(",")
                || !arcs.tag(article + 1).equals("DT")) {
            return;
        }
        int verb = arcs.head(before);
        while (verb > 0 && verb < noun) {
            verb = arcs.head(verb);
        }
        if (verb == 0 || !arcs.isVerb(verb) || arcs.hasSubject(verb)) {
            return;
        }
        for (int i = noun + 1; i < verb; i++) {
            if (arcs.is(i, "appos") && arcs.isBelow(i, noun)) {
                arcs.hang(i, noun, "appos");
                arcs.hang(noun, verb, "nsubj");
            }
        }
    }

    /** "a plan that officials in the capital described as a basis", "a move the governor called rash": they did, and were not. */
    private void named(int verb) {
        int from = verb - 1;
        while (from > 1 && verb - from < FAR && !isRelative(from) && !arcs.isVerb(from)) {
            from--;
        }
        int what = from - 1;
        if (!isRelative(from)) {
            int noun = arcs.head(verb);
            what = noun < verb ? arcs.head(noun) : 0;
            from = what;
            boolean bare = what > 0
                    && what < noun
                    && arcs.is(noun, "appos")
                    && !arcs.form(what + 1).equals(",")
                    && arcs.tag(what + 1).equals("DT");
            if (!bare) {
                return;
            }
        }
        what -= arcs.form(what).equals(",") ? 1 : 0;
        int subject = from + 1;
        while (subject < verb && !(arcs.isNoun(subject) && !arcs.isNoun(subject + 1))) {
            subject++;
        }
        if (subject >= verb || !arcs.isNoun(what)) {
            return;
        }
        arcs.retag(verb, "VBD");
        arcs.hang(verb, what, "relcl");
        arcs.hang(subject, verb, "nsubj");
        if (from > what) {
            arcs.hang(from, verb, "dobj");
        }
    }

    private boolean isRelative(int i) {
        return arcs.tag(i).equals("WDT")
                && (arcs.form(i).equals("that") || arcs.form(i).equals("which"));
    }
}
