package org.parley.extraction.parse;

import java.util.Set;

/**
 * Puts labels in order, the teacher's as well as our own: no titles or marks within a person's name, none without a capital letter; a country, capital or
 * people on the list is one where nothing else was seen.
 */
final class NameRepair {

    private static final int BEGIN = NameTagger.begin(EntityType.PERSON);
    private static final int INSIDE = NameTagger.inside(EntityType.PERSON);
    private static final int TITLE = NameLists.TITLE | NameLists.TITLE << NameLists.INSIDE;
    private static final int PLACE = NameLists.COUNTRY | NameLists.CAPITAL | NameLists.DEMONYM;

    private static final Set<String> BODY_ENDS = Set.of(
            "Group",
            "Inc",
            "Inc.",
            "Ltd",
            "Company",
            "Corporation",
            "Corp",
            "Corp.",
            "Partners",
            "Securities",
            "Bank",
            "University",
            "Institute",
            "Foundation",
            "Association",
            "Council",
            "Ministry",
            "Department",
            "Agency",
            "Union",
            "Party",
            "Commission",
            "Committee",
            "Board",
            "Chamber",
            "Federation",
            "Authority",
            "Fund",
            "Alliance",
            "League",
            "Congress",
            "Assembly",
            "Parliament",
            "Senate",
            "Secretariat",
            "Initiative",
            "Network",
            "Centre",
            "Center");
    private static final Set<String> ARTICLES = Set.of("The", "A", "An");

    private NameRepair() {}

    static void tidy(Encoded e, int[] marks, int[] labels) {
        titles(e, marks, labels);
        members(e, marks, labels);
        persons(e, marks, labels);
        bodies(e, marks, labels);
        for (int i = 1; i <= e.n; i++) {
            int end = i + 1;
            while (end <= e.n && (marks[end] & PLACE << NameLists.INSIDE) != 0) {
                end++;
            }
            if ((marks[i] & PLACE) != 0 && (marks[i] & NameLists.FIRST_NAME) == 0 && stands(e, labels, i, end)) {
                EntityType type = (marks[i] & NameLists.DEMONYM) != 0 ? EntityType.NORP : EntityType.GPE;
                for (int k = i; k < end; k++) {
                    labels[k] = k == i ? NameTagger.begin(type) : NameTagger.inside(type);
                }
            }
        }
    }

    /** Whether nothing from {@code start} to {@code end} is labelled and no capitalised word goes on with it. */
    private static boolean stands(Encoded e, int[] labels, int start, int end) {
        for (int i = start; i < end; i++) {
            if (labels[i] != NameTagger.OUTSIDE) {
                return false;
            }
        }
        return e.capital[start]
                && (start == 1 || !e.capital[start - 1] || labels[start - 1] != NameTagger.OUTSIDE)
                && !NameTagger.isInside(labels[end]);
    }

    /** "Facebook co-founder Ann Roe" is no organisation but two names about a title. */
    private static void titles(Encoded e, int[] marks, int[] labels) {
        for (int i = 2; i < e.n; i++) {
            int label = labels[i];
            boolean title = !e.capital[i] && (marks[i] & TITLE) != 0 && e.capital[i + 1];
            if (!title || !NameTagger.isInside(label) || label == INSIDE || labels[i + 1] != label) {
                continue;
            }
            labels[i] = NameTagger.OUTSIDE;
            for (int k = i + 1; k <= e.n && labels[k] == label; k++) {
                labels[k] = k == i + 1 ? BEGIN : INSIDE;
            }
        }
    }

    /** "Fort Mill Capital Group Charlie Brandt" is no body but one and a name after it. */
    private static void members(Encoded e, int[] marks, int[] labels) {
        int inside = NameTagger.inside(EntityType.ORG);
        for (int i = 2; i + 2 <= e.n; i++) {
            boolean ends = BODY_ENDS.contains(e.tokens.get(i - 1).form()) && labels[i] == inside;
            boolean name =
                    (marks[i + 1] & NameLists.FIRST_NAME) != 0 && labels[i + 1] == inside && labels[i + 2] == inside;
            boolean two = i + 3 > e.n || labels[i + 3] != inside;
            if (ends && name && two && e.capital[i + 1] && e.capital[i + 2]) {
                labels[i + 1] = BEGIN;
                labels[i + 2] = INSIDE;
            }
        }
    }

    /** "the Nordic Fisheries Board", "the Lowland Millers Federation": no person is called Board, no land Millers Federation. */
    private static void bodies(Encoded e, int[] marks, int[] labels) {
        for (int i = 1; i <= e.n; i++) {
            boolean place = labels[i] == NameTagger.begin(EntityType.GPE) && (marks[i] & PLACE) == 0;
            if ((labels[i] != BEGIN && !place) || (marks[i] & NameLists.FIRST_NAME) != 0) {
                continue;
            }
            int inside = place ? NameTagger.inside(EntityType.GPE) : INSIDE;
            int end = i + 1;
            while (end <= e.n && labels[end] == inside) {
                end++;
            }
            if (!BODY_ENDS.contains(e.tokens.get(end - 2).form())) {
                continue;
            }
            int start = i;
            while (start > 1
                    && e.capital[start - 1]
                    && isWord(e, start - 1)
                    && NameTagger.type(labels[start - 1]) != EntityType.PERSON
                    && !ARTICLES.contains(e.tokens.get(start - 2).form())) {
                start--;
            }
            for (int k = start; k < end; k++) {
                labels[k] = k == start ? NameTagger.begin(EntityType.ORG) : NameTagger.inside(EntityType.ORG);
            }
        }
    }

    private static void persons(Encoded e, int[] marks, int[] labels) {
        for (int i = 1; i <= e.n; i++) {
            if (labels[i] != BEGIN) {
                continue;
            }
            int end = i + 1;
            while (end <= e.n && labels[end] == INSIDE && !parts(e, end)) {
                end++;
            }
            if (labels[end] == INSIDE) { // "Kaneda; Ferrandis" are two
                labels[end] = NameTagger.OUTSIDE;
                labels[end + 1] = labels[end + 1] == INSIDE ? BEGIN : labels[end + 1];
            }
            int start = i;
            int stop = end;
            while (start < stop && (!isWord(e, start) || (isTitle(e, marks, start) && start + 1 < stop))) {
                start++;
            }
            for (int k = start; k < stop; k++) { // "Port Elm mayor Greta Lindholm"
                start = !e.capital[k] && (marks[k] & TITLE) != 0 ? k + 1 : start;
            }
            while (stop > start && !e.capital[stop - 1] && !isSecondHalf(e, stop - 1)) {
                stop--;
            }
            for (int k = i; k < end; k++) {
                labels[k] = k < start || k >= stop ? NameTagger.OUTSIDE : k == start ? BEGIN : INSIDE;
            }
            i = end - 1;
        }
    }

    /** Whether this mark parts two names. */
    private static boolean parts(Encoded e, int i) {
        return ",;:/()\"\u201C\u201D".contains(e.tokens.get(i - 1).form());
    }

    private static boolean isWord(Encoded e, int i) {
        return Character.isLetter(e.tokens.get(i - 1).form().codePointAt(0));
    }

    /** "rin" of "Seo-rin". */
    private static boolean isSecondHalf(Encoded e, int i) {
        return i > 2
                && isWord(e, i)
                && e.capital[i - 2]
                && e.tokens.get(i - 2).form().equals("-");
    }

    private static boolean isTitle(Encoded e, int[] marks, int i) {
        return (marks[i] & TITLE) != 0 && ((marks[i] & NameLists.FIRST_NAME) == 0 || !e.capital[i]);
    }
}
