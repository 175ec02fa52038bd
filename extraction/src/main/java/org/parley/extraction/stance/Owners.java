package org.parley.extraction.stance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Whose deed a word of the content tells. */
final class Owners {

    private static final Pattern HEADS =
            Pattern.compile("(?i)(?:the )?(?:president|prime minister|premier|foreign minister|chancellor"
                    + "|head of state|(?:foreign ministry|government|presidential) spokes(?:man|woman|person))");
    private static final Set<String> OWN = Set.of("i", "we", "he", "she", "it", "our", "us", "my");
    private static final Set<String> POSSESSORS = Set.of("our", "my", "his", "her", "its");
    /** Who wants somebody else to do something is for it. */
    private static final Set<String> WANTING = Set.of(
            "urge",
            "call",
            "press",
            "appeal",
            "encourage",
            "want",
            "hope",
            "wish",
            "like",
            "ask",
            "invite",
            "beg",
            "implore",
            "advise");

    private static final Set<String> GOVERNMENTS = Set.of("government", "cabinet", "administration");
    /** "the government" is that of a minister, not of who leads the opposition. */
    private static final Pattern IN_OFFICE = Pattern.compile(
            "(?i)^(?!.*\\b(?:former|ex|opposition)\\b).*\\b(?:minister|president|premier|chancellor|governor)\\b");

    private static final Set<String> LEADERS =
            Set.of("president", "minister", "premier", "chancellor", "king", "queen");
    /** Who tells what those above him do. */
    private static final Pattern SPEAKS_FOR = Pattern.compile(
            "(?i)\\b(?:official|spokes(?:man|woman|person)|aide|envoy|diplomat|negotiator|adviser|ambassador|delegate)\\b");

    private static final int SHORTEST = 4;
    private static final int BEHIND = 60;

    private final Sides sides;

    Owners(Sides sides) {
        this.sides = sides;
    }

    /** Whether the deed is the speaker's: "we accept", "he would sign", "Osterland accepts" of Osterland's minister. */
    boolean isOwn(Word word, Attribution statement, List<Speaker> speakers, Article article) {
        if (word.kids("poss").stream().anyMatch(k -> isPossessor(k, speakers))) {
            return true; // "the plan has Osterland's support"
        }
        Word subject = doer(word);
        if (subject == null || statement.content().stream().noneMatch(c -> c.contains(subject.start()))) {
            return true; // the deed of the saying's own subject: "vowed to sign"
        }
        if (OWN.contains(subject.lower())
                || (subject.lower().equals("they") && isGroup(speakers))
                || isNobody(subject)
                || subject.kids("poss").stream().anyMatch(k -> isPossessor(k, speakers))) {
            return true;
        }
        String name = article.text(Clauses.nounPhrase(subject)).replaceFirst("^(?i:the) ", "");
        return name.length() >= SHORTEST
                && (sides.isFor(speakers, name)
                        || isHeadOf(subject, speakers)
                        || isOwnBody(subject, statement, speakers, article));
    }

    private boolean isPossessor(Word word, List<Speaker> speakers) {
        return POSSESSORS.contains(word.lower()) || isOwnSide(word, speakers);
    }

    private static boolean isGroup(List<Speaker> speakers) {
        return speakers.size() > 1 || speakers.stream().anyMatch(s -> s.kind() != Speaker.Kind.PERSON);
    }

    /** Who does it; of "has no reason to sign", "would be fools to sign" who has none or would be. */
    private static Word doer(Word word) {
        if (word.tag().equals("IN") && word.head() != null && word.head().isNoun() && !Clauses.isSubject(word.head())) {
            return word.head(); // "with four ministers in favour"
        }
        Word verb = word.isVerb() || word.head() == null ? word : word.head();
        Word subject = Clauses.subject(verb);
        boolean ofNoun = subject != null && subject == verb.head() && Clauses.ownSubject(verb) == null;
        return ofNoun && subject.hasRelation("dobj", "attr", "acomp") && subject.head() != null
                ? Clauses.subject(subject.head())
                : subject;
    }

    /** "no government could sign": not the speaker's either. */
    static boolean isNobody(Word subject) {
        return subject.kids("det").stream().anyMatch(k -> k.lower().equals("no"));
    }

    /** "acceptable to Osterland", of Osterland's minister. */
    boolean isOwnSide(Word name, List<Speaker> speakers) {
        return name.isProperNoun() && sides.isFor(speakers, name.form());
    }

    /** Whether the speaker wants others to do it: "wanted both towns to sign". */
    boolean isWished(Word word, Attribution statement, List<Speaker> speakers, Article article) {
        Word over = word.hasRelation("xcomp", "ccomp", "advcl", "conj") ? word.head() : null;
        over = over != null && over.lemma().equals("on") ? over.head() : over;
        return over != null && WANTING.contains(over.lemma()) && isOwn(over, statement, speakers, article);
    }

    /** "President Orr said Norland would sign": who leads a state and is of no other that the text names speaks of his own. */
    private static boolean isHeadOf(Word state, List<Speaker> speakers) {
        return state.isProperNoun()
                && !state.is(EntityType.PERSON)
                && !speakers.isEmpty()
                && speakers.get(0).role() != null
                && HEADS.matcher(speakers.get(0).role()).matches();
    }

    /** "the union" of who is president of the Dockers' Union. */
    private static boolean isOwnBody(Word body, Attribution statement, List<Speaker> speakers, Article article) {
        if (body.isProperNoun()
                || body.kids("det").stream().noneMatch(d -> d.lower().equals("the"))) {
            return false;
        }
        String who = statement.source() == null ? "" : article.text(statement.source());
        who += speakers.isEmpty() ? "" : affiliation(speakers.get(0).name(), article);
        String role = speakers.isEmpty() || speakers.get(0).role() == null
                ? ""
                : speakers.get(0).role();
        String noun = body.lower();
        if (GOVERNMENTS.contains(noun)) {
            return IN_OFFICE.matcher(role).find()
                    || SPEAKS_FOR.matcher(who + " " + role).find();
        }
        if (LEADERS.contains(noun)) {
            return SPEAKS_FOR.matcher(who + " " + role).find();
        }
        return noun.length() >= SHORTEST
                && (who + " " + role).toLowerCase(Locale.ROOT).matches("(?s).*\\b" + Pattern.quote(noun) + "\\b.*");
    }

    /** "of the Harbour Union" right behind a name, or nothing. */
    private static String affiliation(String name, Article article) {
        int at = article.text().indexOf(name + " of ");
        int from = at + name.length();
        return at < 0
                ? ""
                : article.text().substring(from, Math.min(article.text().length(), from + BEHIND));
    }
}
