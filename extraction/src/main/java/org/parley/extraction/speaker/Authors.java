package org.parley.extraction.speaker;

import java.util.Set;
import org.parley.extraction.attribution.Speakers;
import org.parley.extraction.parse.Word;

/** Who speaks in a text of his own: "a statement from the ministry", "the mayor's letter". */
final class Authors {

    private static final Set<String> BY = Set.of("by", "from", "of");
    /** Texts in which their author speaks; a report or study may be about anybody. */
    private static final Set<String> OWN = Set.of(
            "statement",
            "letter",
            "message",
            "communique",
            "communiqu\u00e9",
            "declaration",
            "telegram",
            "memo",
            "memorandum",
            "email",
            "e-mail",
            "tweet",
            "post",
            "note",
            "release",
            "announcement",
            "reply",
            "response",
            "speech",
            "notice",
            "account");

    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their", "its");

    private Authors() {}

    /** The author's head word, or null. */
    static Word of(Word document, Speakers speakers) {
        if (!OWN.contains(document.lemma().toLowerCase(java.util.Locale.ROOT))) {
            return null;
        }
        for (Word prep : document.kids("prep", "agent")) {
            Word object = BY.contains(prep.lower()) ? prep.kid("pobj") : null;
            if (object != null && speakers.isSomebody(object) && !speakers.isDocument(object)) {
                return object;
            }
        }
        for (Word kid : document.kids("acl", "vmod")) { // "a statement issued by the ministry"
            Word agent = org.parley.extraction.syntax.Clauses.agent(kid);
            if (agent != null && speakers.isSomebody(agent)) {
                return agent;
            }
        }
        Word owner = document.kid("poss");
        return owner != null && (speakers.isSomebody(owner) || POSSESSIVES.contains(owner.lower())) ? owner : null;
    }
}
