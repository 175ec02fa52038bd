package org.parley.extraction.parse;

import java.util.Set;

/**
 * Newspapers, broadcasters and agencies are bodies, whatever the model took them for: a name that ends in "Gazette", "Wire" or "News
 * Agency" is one, and so is "the Herald". Where the last word is a surname too, a first name before it makes a person ("Emily Post").
 */
final class OutletNames {

    private static final Set<String> ALWAYS = Set.of(
            "Wire",
            "Newswire",
            "Gazette",
            "Tribune",
            "Chronicle",
            "Telegraph",
            "Bulletin",
            "News",
            "Broadcasting",
            "Television",
            "TV",
            "Radio",
            "Newspapers",
            "Observer",
            "Examiner",
            "Inquirer",
            "Dispatch");
    private static final Set<String> ALSO_SURNAMES =
            Set.of("Post", "Times", "Herald", "Courier", "Journal", "Mail", "Press", "Monitor", "Standard", "Sentinel");
    /** Make an outlet only after one of these: "News Agency", "Press Service". */
    private static final Set<String> SERVICES = Set.of("Agency", "Service", "Network", "Corporation", "Association");

    private static final Set<String> BEFORE_SERVICE = Set.of("News", "Press", "Broadcasting", "Media", "Television");
    /** Capitalised only because they begin the sentence. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "In", "On", "At", "As", "By", "To", "If", "But", "And", "For", "His", "Her", "Its", "Our", "One", "Two",
            "Some", "While", "When", "After", "Before", "Both", "This", "That", "Then", "Local", "State", "Private",
            "Public");

    private static final int ORGANISATION = NameTagger.begin(EntityType.ORG);
    private static final int INSIDE = NameTagger.inside(EntityType.ORG);
    private static final int LONGEST = 5;

    private OutletNames() {}

    static void tidy(Encoded e, int[] marks, int[] labels) {
        for (int i = 1; i <= e.n; i++) {
            if (!isOutletNoun(e, i) || (i < e.n && isOutletNoun(e, i + 1)) || goesOn(e, i)) {
                continue;
            }
            int start = i;
            while (start > 1 && i - start < LONGEST && isPartOfName(e, start - 1)) {
                start--;
            }
            boolean definite = start > 1 && form(e, start - 1).equalsIgnoreCase("the");
            boolean surname = ALSO_SURNAMES.contains(form(e, i)) && (marks[start] & NameLists.FIRST_NAME) != 0;
            if (start == i ? definite && !SERVICES.contains(form(e, i)) : definite || !surname) {
                int end = definite ? withPlace(e, i) : i;
                for (int k = start; k <= end; k++) {
                    labels[k] = k == start ? ORGANISATION : INSIDE;
                }
            }
        }
    }

    /** Up to the last word of "the Times of Elm Port". */
    private static int withPlace(Encoded e, int i) {
        int end = i + 1;
        if (end >= e.n || !form(e, end).equals("of") || !e.capital[end + 1]) {
            return i;
        }
        while (end < e.n && end < i + LONGEST && e.capital[end + 1]) {
            end++;
        }
        return end;
    }

    private static boolean isOutletNoun(Encoded e, int i) {
        String form = form(e, i);
        return ALWAYS.contains(form)
                || ALSO_SURNAMES.contains(form)
                || (SERVICES.contains(form) && i > 1 && BEFORE_SERVICE.contains(form(e, i - 1)));
    }

    /** A capitalised word, but for those that only begin a sentence. */
    private static boolean isPartOfName(Encoded e, int i) {
        return e.capital[i]
                && Character.isLetter(form(e, i).codePointAt(0))
                && !form(e, i).equals("The")
                && (i > 1 || !SMALL_WORDS.contains(form(e, i)));
    }

    /** Whether the name does not end here: "Post Office", "Press Secretary Orr", "News's". */
    private static boolean goesOn(Encoded e, int i) {
        return i < e.n && e.capital[i + 1] && Character.isLetter(form(e, i + 1).codePointAt(0));
    }

    private static String form(Encoded e, int i) {
        return e.tokens.get(i - 1).form();
    }
}
