package org.parley.extraction.parse;

import java.util.Set;

/** Hangs clauses where they belong that the parser is known to misplace, and with which a whole saying would be lost. */
final class TreeRepair {

    /** Take a clause for what is said. */
    private static final Set<String> SAYING = Set.of(
            "say",
            "add",
            "announce",
            "declare",
            "state",
            "claim",
            "insist",
            "argue",
            "note",
            "report",
            "write",
            "admit",
            "confirm",
            "explain",
            "stress",
            "reiterate",
            "acknowledge",
            "repeat",
            "reply",
            "complain",
            "predict",
            "promise",
            "pledge",
            "vow",
            "deny",
            "warn",
            "testify",
            "estimate",
            "suggest",
            "reveal",
            "recall",
            "concede");

    /** Told to somebody, who may be their object. */
    private static final Set<String> TELLING =
            Set.of("tell", "inform", "remind", "assure", "warn", "advise", "notify", "promise");

    /** Nouns that say with a clause what they are of: "on condition that", "the news that". */
    private static final Set<String> WITH_CLAUSE = Set.of(
            "condition",
            "ground",
            "grounds",
            "belief",
            "hope",
            "fear",
            "fact",
            "news",
            "claim",
            "report",
            "suggestion",
            "statement",
            "idea",
            "concern",
            "sign",
            "evidence",
            "view",
            "allegation",
            "accusation",
            "warning",
            "assurance",
            "assurances",
            "promise",
            "assumption",
            "impression",
            "possibility",
            "risk",
            "chance",
            "rumour",
            "rumor",
            "understanding",
            "notion",
            "argument",
            "case",
            "demand",
            "proposal",
            "expectation",
            "prospect",
            "speculation",
            "announcement",
            "decision",
            "agreement",
            "conclusion",
            "insistence",
            "charge",
            "message",
            "proviso",
            "way",
            "day",
            "moment",
            "extent",
            "point");

    /** Adverbs behind their verb's object that are read as nouns. */
    private static final Set<String> AFTERWARDS = Set.of("outright", "wholesale");

    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** "told them of a ship that sank". */
    private static final Set<String> TOPIC = Set.of("of", "about");

    private static final int STEPS = 4;

    private final Arcs arcs;

    private TreeRepair(Arcs arcs) {
        this.arcs = arcs;
    }

    static void tidy(Arcs arcs) {
        TreeRepair repair = new TreeRepair(arcs);
        SubjectRepair subjects = new SubjectRepair(arcs);
        for (int i = 1; i <= arcs.size(); i++) {
            subjects.tidy(i);
            if (arcs.is(i, "relcl", "acl")) {
                repair.strayed(i);
            } else if (arcs.is(i, "ccomp")) {
                repair.torn(i);
            }
            repair.source(i);
            repair.participle(i);
            repair.pointedOut(i);
            repair.goingOn(i);
            repair.behind(i);
        }
    }

    /** "told reporters after a session that the port was sold": what was told, and no session that was sold. */
    private void strayed(int clause) {
        int noun = arcs.head(clause);
        int that = 0;
        int subject = 0;
        int objects = 0;
        for (int i = noun + 1; i <= arcs.size() && noun < clause; i++) {
            if (arcs.head(i) != clause) {
                continue;
            }
            objects += arcs.is(i, "dobj") ? 1 : 0;
            if (i < clause && that == 0 && arcs.form(i).equals("that")) {
                that = i;
            } else if (i < clause && arcs.isSubject(i)) {
                subject = i;
            }
        }
        boolean relative = that == 0 || (arcs.is(that, "dobj") && objects < 2);
        if (relative || subject < that || WITH_CLAUSE.contains(arcs.form(noun))) {
            return;
        }
        int verb = saying(noun);
        if (verb > 0 && takesOn(clause, verb)) {
            arcs.hang(clause, verb, "ccomp");
            arcs.hang(that, clause, "mark");
        }
    }

    /** Whether the clause is the first that the verb has; those behind it go on with it. */
    private boolean takesOn(int clause, int verb) {
        for (int i = verb + 1; i <= arcs.size(); i++) {
            if (arcs.head(i) == verb && arcs.is(i, "ccomp")) {
                if (i < clause) {
                    return false;
                }
                arcs.hang(i, clause, "ccomp");
            }
        }
        return true;
    }

    /** The verb of saying before this noun that it stands with: as where, when or to whom it was said; 0 for none. */
    private int saying(int noun) {
        int at = noun;
        for (int step = 0; step < STEPS; step++) {
            int head = arcs.head(at);
            if (head == 0 || head > noun) {
                return 0;
            }
            if (arcs.isVerb(head)) {
                boolean tells = TELLING.contains(arcs.lemma(head))
                        || (!arcs.is(at, "dobj") && SAYING.contains(arcs.lemma(head)));
                return tells && !TOPIC.contains(arcs.form(at)) ? head : 0;
            }
            at = head;
        }
        return 0;
    }

    /** "said in a statement that management was committed": its subject, and no management of that name. */
    private void torn(int clause) {
        int verb = arcs.head(clause);
        for (int that = verb + 1; that > 1 && that + 1 < clause; that++) {
            int noun = arcs.head(that);
            if (arcs.form(that).equals("that")
                    && arcs.is(that, "det")
                    && noun < clause
                    && arcs.is(noun, "appos", "dobj")
                    && arcs.head(noun) < that
                    && saying(arcs.head(noun)) == verb
                    && !arcs.hasSubject(clause)) {
                arcs.hang(noun, clause, "nsubj");
                arcs.hang(that, clause, "mark");
                return;
            }
        }
    }

    /** "According to two people briefed on the talks, ...": who they are, and nothing they did. */
    private void source(int verb) {
        if (!arcs.is(verb, "advcl") || !arcs.isVerb(verb) || arcs.hasSubject(verb)) {
            return;
        }
        int who = verb - 1;
        int to = arcs.is(who, "pobj") ? arcs.head(who) : 0;
        int according = arcs.head(to);
        if (arcs.form(to).equals("to") && arcs.form(according).equals("according") && arcs.head(according) == verb) {
            arcs.replace(according, verb);
            arcs.hang(according, arcs.head(verb), "prep");
            arcs.hang(verb, who, "acl");
            arcs.retag(verb, "VBN");
        }
    }

    /** "hit back at claims that the state is slow, insisting that ...": who hit back insists, not the state. */
    private void participle(int verb) {
        int clause = arcs.head(verb);
        if (!arcs.tag(verb).equals("VBG")
                || !arcs.is(verb, "advcl")
                || !arcs.form(verb - 1).equals(",")
                || !arcs.is(clause, "acl", "relcl")
                || clause > verb
                || !SAYING.contains(arcs.lemma(verb))) {
            return;
        }
        int above = arcs.head(clause);
        while (above > 0 && !arcs.isVerb(above)) {
            above = arcs.head(above);
        }
        if (above > 0 && arcs.hasSubject(above)) {
            arcs.hang(verb, above, "advcl");
        }
    }

    /** "dismissed that argument, noting ...": one argument, which notes nothing. */
    private void pointedOut(int participle) {
        int noun = participle - 2;
        int that = noun - 1;
        int verb = arcs.head(participle);
        if (arcs.tag(participle).equals("VBG")
                && arcs.is(participle, "ccomp")
                && arcs.form(participle - 1).equals(",")
                && arcs.form(that).equals("that")
                && arcs.head(that) == participle
                && arcs.head(noun) == participle
                && verb > 0
                && verb < that) {
            arcs.hang(noun, verb, "dobj");
            arcs.hang(that, noun, "det");
            arcs.retag(that, "DT");
            arcs.hang(participle - 1, verb, "punct");
            arcs.hang(participle, verb, "advcl");
        }
    }

    /** "said he was waiting but had no plans": what he had is said too. */
    private void goingOn(int verb) {
        int said = arcs.head(verb);
        int cc = verb - 1;
        while (cc > said && !arcs.tag(cc).equals("CC")) {
            cc--;
        }
        if (!arcs.is(verb, "conj")
                || said > verb
                || cc <= said
                || !arcs.form(cc).equals("but")
                || arcs.head(cc) != said
                || !(arcs.lemma(verb).equals("have") || arcs.lemma(verb).equals("be"))
                || !SAYING.contains(arcs.lemma(said))
                || arcs.hasSubject(verb)) {
            return;
        }
        for (int i = said + 1; i < cc; i++) {
            if (arcs.head(i) == said && arcs.is(i, "ccomp")) {
                arcs.hang(verb, i, "conj");
                arcs.hang(cc, i, "cc");
                return;
            }
        }
    }

    /** "rejected the offer outright", "rejected the offer Tuesday": how and when, and no part of the offer. */
    private void behind(int word) {
        int noun = word - 1;
        if (AFTERWARDS.contains(arcs.form(word)) && arcs.head(noun) == word && arcs.isNoun(noun)) {
            arcs.replace(noun, word);
            for (int i = 1; i < noun; i++) {
                if (arcs.head(i) == word) {
                    arcs.rehang(i, noun);
                }
            }
            arcs.hang(word, arcs.head(noun), "advmod");
            arcs.retag(word, "RB");
        } else if (DAYS.contains(arcs.form(word))
                && arcs.head(word) == noun
                && arcs.is(word, "appos")
                && arcs.is(noun, "dobj")) {
            arcs.hang(word, arcs.head(noun), "npadvmod");
        }
    }
}
