package org.parley.extraction.parse;

import java.util.Set;

/**
 * A person's name where an office is told at length before it: "the minister of Velmara, Petra Halloran", "Prime Minister of Norland Erik
 * Stahl". The model, which sees few of these, tends to take the person for a body, or for the rest of the place.
 */
final class OfficeNames {

    private static final int BEGIN = NameTagger.begin(EntityType.PERSON);
    private static final int PEOPLE = NameTagger.begin(EntityType.NORP);
    private static final int INSIDE = NameTagger.inside(EntityType.PERSON);
    private static final int TITLE = NameLists.TITLE | NameLists.TITLE << NameLists.INSIDE;
    private static final int PLACE = NameLists.COUNTRY | NameLists.CAPITAL | NameLists.DEMONYM;
    private static final Set<String> OF = Set.of("of", "for", "to", "at");
    private static final int LONGEST_OFFICE = 12;

    private OfficeNames() {}

    static void tidy(Encoded e, int[] marks, int[] labels) {
        for (int i = 1; i < e.n; i++) {
            boolean people = labels[i] == PEOPLE && labels[i + 1] == PEOPLE + 1;
            if (people && (marks[i] & NameLists.FIRST_NAME) != 0 && (marks[i] & PLACE) == 0) {
                labels[i] = BEGIN; // "Ines Duarte" is no nation
                for (int k = i + 1; k <= e.n && labels[k] == PEOPLE + 1; k++) {
                    labels[k] = INSIDE;
                }
            }
        }
        for (int i = 3; i < e.n; i++) {
            if ((marks[i] & NameLists.FIRST_NAME) == 0
                    || !e.capital[i]
                    || NameTagger.type(labels[i]) == EntityType.PERSON) {
                continue;
            }
            boolean listed = (marks[i] & PLACE) != 0;
            boolean comma = form(e, i - 1).equals(",");
            int end = endOfName(e, i);
            if (!listed && end > i + 1 && hasOffice(e, marks, comma ? i - 2 : i - 1)) {
                for (int k = i; k < end; k++) {
                    labels[k] = k == i ? BEGIN : INSIDE;
                }
                if (NameTagger.isInside(labels[end])) {
                    labels[end] = NameTagger.OUTSIDE;
                }
            }
        }
    }

    /** Behind the capitalised words from here on: two to four, or it is no name of a person. */
    private static int endOfName(Encoded e, int start) {
        int end = start;
        while (end <= e.n
                && end < start + 5
                && e.capital[end]
                && Character.isLetter(form(e, end).codePointAt(0))) {
            end++;
        }
        return end - start > 4 ? start : end;
    }

    /** Whether the words up to this one are a title, "of", and one name or noun phrase. */
    private static boolean hasOffice(Encoded e, int[] marks, int last) {
        boolean of = false;
        for (int i = last; i > 0 && last - i < LONGEST_OFFICE; i--) {
            if (of && (marks[i] & TITLE) != 0) {
                return true;
            }
            if (!Character.isLetter(form(e, i).codePointAt(0)) && !form(e, i).equals("'s")) {
                return false;
            }
            of = OF.contains(form(e, i)) && i < last;
        }
        return false;
    }

    private static String form(Encoded e, int i) {
        return e.tokens.get(i - 1).form();
    }
}
