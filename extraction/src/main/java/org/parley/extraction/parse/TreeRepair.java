package org.parley.extraction.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hangs clauses where they belong that the parser is known to misplace, and with which a whole saying would be lost. */
final class TreeRepair {

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
            "time",
            "moment",
            "extent",
            "point");

    /** "told them of a ship that sank". */
    private static final Set<String> TOPIC = Set.of("of", "about");

    private static final Set<String> RELATIVE = Set.of("which", "whom", "whose");
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

    /** Adverbs behind their verb's object that are read as nouns. */
    private static final Set<String> AFTERWARDS = Set.of("outright", "wholesale");

    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int STEPS = 4;
    private static final int FAR = 9;

    private final Lemmatizer lemmatizer;
    private final List<String> tags;
    private final List<String> relations;
    private final int ccomp;
    private final int mark;
    private final int relcl;
    private final int nsubj;
    private final int nsubjpass;
    private final int acl;
    private final int advmod;
    private final int npadvmod;
    private final int adverb;
    private final Set<Integer> loose;

    TreeRepair(Model model, Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
        tags = model.tags();
        relations = model.relations();
        ccomp = relations.indexOf("ccomp");
        mark = relations.indexOf("mark");
        relcl = relations.indexOf("relcl");
        nsubj = relations.indexOf("nsubj");
        nsubjpass = relations.indexOf("nsubjpass");
        acl = relations.indexOf("acl");
        advmod = relations.indexOf("advmod");
        npadvmod = relations.indexOf("npadvmod");
        adverb = tags.indexOf("RB");
        loose = Set.of(relcl, acl);
    }

    void tidy(State tree) {
        for (int clause = 1; clause <= tree.sentence.n; clause++) {
            if (NAMING.contains(form(tree, clause)) && tree.label[clause] == acl) {
                named(tree, clause);
            } else if (loose.contains(tree.label[clause])) {
                strayed(tree, clause);
            } else {
                borrowed(tree, clause);
            }
            behind(tree, clause);
        }
    }

    /** "rejected the offer outright", "rejected the offer Tuesday": how and when, and no part of the offer. */
    private void behind(State tree, int word) {
        String form = form(tree, word);
        int noun = word - 1;
        if (AFTERWARDS.contains(form)
                && tree.head[noun] == word
                && tag(tree, noun).startsWith("NN")) {
            int verb = tree.head[word];
            tree.head[noun] = verb;
            tree.label[noun] = tree.label[word];
            for (int i = 1; i < noun; i++) {
                tree.head[i] = tree.head[i] == word ? noun : tree.head[i];
            }
            tree.label[word] = advmod;
            tree.tags[word] = adverb;
        } else if (DAYS.contains(form)
                && tree.head[word] == noun
                && relations.get(tree.label[word]).equals("appos")
                && relations.get(tree.label[noun]).equals("dobj")) {
            tree.head[word] = tree.head[noun];
            tree.label[word] = npadvmod;
        }
    }

    /** "told reporters after a session that the port was sold": what was told, and no session that was sold. */
    private void strayed(State tree, int clause) {
        int noun = tree.head[clause];
        int that = -1;
        int subject = -1;
        for (int i = noun + 1; i < clause && noun < clause; i++) {
            if (tree.head[i] != clause) {
                continue;
            }
            if (that < 0 && form(tree, i).equals("that") && (tree.label[i] == mark || isSubject(tree, i))) {
                that = i;
            } else if (isSubject(tree, i)) {
                subject = i;
            }
        }
        if (that < 0 || subject < that || WITH_CLAUSE.contains(form(tree, noun))) {
            return;
        }
        int verb = saying(tree, noun);
        if (verb < 0) {
            return;
        }
        for (int i = verb + 1; i <= tree.sentence.n; i++) {
            if (tree.head[i] == verb && tree.label[i] == ccomp) {
                if (i < clause) {
                    return;
                }
                tree.head[i] = clause;
            }
        }
        tree.head[clause] = verb;
        tree.label[clause] = ccomp;
        tree.label[that] = mark;
    }

    /** The verb of saying before this noun that it stands with: as where, when or to whom it was said; -1 for none. */
    private int saying(State tree, int noun) {
        int at = noun;
        for (int step = 0; step < STEPS; step++) {
            int head = tree.head[at];
            if (head < 1 || head > noun) {
                return -1;
            }
            if (tag(tree, head).startsWith("VB")) {
                String form = form(tree, head);
                String lemma = lemmatizer.lemma(form, form, tag(tree, head));
                boolean hearer = relations.get(tree.label[at]).equals("dobj");
                boolean tells = TELLING.contains(lemma) || (!hearer && SAYING.contains(lemma));
                return tells && !TOPIC.contains(form(tree, at)) ? head : -1;
            }
            at = head;
        }
        return -1;
    }

    /** "The plan, a copy of which was seen by the paper, calls for ...": the plan calls, and was not seen twice. */
    private void borrowed(State tree, int clause) {
        int verb = tree.head[clause];
        if (verb <= clause || verb > tree.sentence.n || !tag(tree, verb).startsWith("VB")) {
            return;
        }
        int first = -1;
        int second = -1;
        for (int i = 1; i < verb; i++) {
            if (isSubject(tree, i) && tree.head[i] == verb) {
                return;
            }
            boolean own = tree.head[i] == clause && i < clause;
            if (own
                    && first < 0
                    && tag(tree, i).startsWith("N")
                    && form(tree, i + 1).equals(",")) {
                first = i;
            } else if (own && first > 0 && second < 0 && isSubject(tree, i)) {
                second = i;
            }
        }
        for (int i = first + 1; second > 0 && i < clause; i++) {
            if (RELATIVE.contains(form(tree, i))) {
                tree.head[first] = verb;
                tree.label[first] = nsubj;
                tree.head[clause] = first;
                tree.label[clause] = relcl;
                return;
            }
        }
    }

    /** "a plan that officials in the capital described as a basis", "a move the governor called rash": they did, and were not. */
    private void named(State tree, int verb) {
        int from = verb - 1;
        while (from > 1
                && verb - from < FAR
                && !isRelative(tree, from)
                && !tag(tree, from).startsWith("VB")) {
            from--;
        }
        int what = from - 1;
        if (!isRelative(tree, from)) {
            int noun = tree.head[verb];
            what = noun < verb && noun > 0 ? tree.head[noun] : -1;
            from = what;
            boolean bare = what > 0
                    && what < noun
                    && relations.get(tree.label[noun]).equals("appos")
                    && !form(tree, what + 1).equals(",")
                    && tag(tree, what + 1).equals("DT");
            if (!bare) {
                return;
            }
        }
        what -= what > 0 && form(tree, what).equals(",") ? 1 : 0;
        int subject = from + 1;
        while (subject < verb && !(isNoun(tree, subject) && !isNoun(tree, subject + 1))) {
            subject++;
        }
        if (what < 1 || subject >= verb || !isNoun(tree, what)) {
            return;
        }
        tree.tags[verb] = tags.indexOf("VBD");
        tree.head[verb] = what;
        tree.label[verb] = relcl;
        tree.head[subject] = verb;
        tree.label[subject] = nsubj;
        if (from > what) {
            tree.head[from] = verb;
            tree.label[from] = relations.indexOf("dobj");
        }
    }

    private boolean isRelative(State tree, int i) {
        return tag(tree, i).equals("WDT")
                && (form(tree, i).equals("that") || form(tree, i).equals("which"));
    }

    private boolean isNoun(State tree, int i) {
        return tag(tree, i).startsWith("NN");
    }

    private boolean isSubject(State tree, int i) {
        return tree.label[i] == nsubj || tree.label[i] == nsubjpass;
    }

    private String tag(State tree, int i) {
        return tags.get(tree.tags[i]);
    }

    private static String form(State tree, int i) {
        return tree.sentence.tokens.get(i - 1).form().toLowerCase(Locale.ROOT);
    }
}
