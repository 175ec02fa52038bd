package org.parley.extraction.speaker;

import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;

/**
 * Which office a name belongs to where the office is told at length: in "the minister of Velmara, Petra Halloran" the tree hangs the name on
 * the place; it is the minister's.
 */
final class Offices {

    private static final int FAR = 6;

    private Offices() {}

    /** The nearest noun of a role that the name is set beside, or null. */
    static Word of(NameMention mention, RoleFinder roles) {
        Word name = mention.head();
        boolean beside = name.hasRelation("appos") && followsComma(mention);
        if (!beside && !(name.hasRelation("pobj", "appos") && followsPlace(mention, roles))) {
            return null;
        }
        Word at = name.head();
        for (int i = 0; i < FAR && at != null; i++) {
            boolean many = at.tag().equals("NNS") || at.tag().equals("NNPS");
            if (roles.isRoleNoun(at) && !many && at.index() < name.index()) {
                return at;
            }
            if (!at.hasRelation("pobj", "prep", "compound", "nmod")) {
                return null;
            }
            at = at.head();
        }
        return null;
    }

    private static boolean followsComma(NameMention mention) {
        int i = RoleFinder.firstWord(mention, mention.sentence()) - 1;
        if (i > 0 && Honorifics.isHonorific(mention.sentence().word(i).form())) {
            i--;
        }
        return i > 0 && mention.sentence().word(i).form().equals(",");
    }

    /** "of Norland Erik Stahl", "of the Trade Council Erik Stahl": another name right before this one, after a preposition. */
    private static boolean followsPlace(NameMention mention, RoleFinder roles) {
        ParsedSentence sentence = mention.sentence();
        int i = RoleFinder.firstWord(mention, sentence) - 1;
        int end = i;
        while (i > 0 && sentence.word(i).isProperNoun()) {
            i--;
        }
        if (i < end && roles.isRoleNoun(sentence.word(end))) {
            return false; // "aide to President Erik Stahl"
        }
        i = i > 0 && i < end && sentence.word(i).tag().equals("DT") ? i - 1 : i;
        return i < end && i >= 0 && sentence.word(i).tag().equals("IN");
    }
}
