package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;

/** What a sentence says of how many points a text has, and had before. */
public final class Counts {

    static final String UNIT =
            "(?:points?|articles?|items?|provisions?|paragraphs?|clauses?|conditions?|chapters?|steps?|demands?)";

    private static final String NUMBER = "(\\d{1,3}|" + Numbers.PATTERN + ")";
    /** What a number is of, where it is not of points. */
    private static final String NOT_OF_ELSE =
            "(?!\\s*(?:percent|per cent|%|[.,]\\d|-?(?:kilo|km|mile|day|hour|week|month|year|million|billion|tonne|ton|troop|people|seat|vote|time)))";

    private static final String OF = "(?: " + UNIT + ")?\\b" + NOT_OF_ELSE;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    private static final Pattern FROM_TO =
            Pattern.compile("\\bfrom " + NUMBER + OF + " (?:down |up )?to (?:just |only )?" + NUMBER + OF, FLAGS);
    private static final Pattern TO_FROM = Pattern.compile(
            "\\bto (?:just |only )?" + NUMBER + OF + ",? (?:down |up )?from (?:the original )?" + NUMBER + OF, FLAGS);
    private static final Pattern DOWN_FROM = Pattern.compile(
            "\\b" + NUMBER + OF
                    + ",? (?:down|up|cut|reduced|trimmed|pared|shortened|shrunk) from (?:the )?(?:original |initial |first )?"
                    + NUMBER + OF,
            FLAGS);
    private static final Pattern AGAINST = Pattern.compile(
            "\\b" + NUMBER + OF
                    + ",? (?:against|compared (?:with|to)|instead of|rather than|not) (?:the )?(?:original |initial |first )?"
                    + NUMBER + OF,
            FLAGS);
    private static final Pattern CUT_TO = Pattern.compile(
            "\\b(?:cut|cutting|trimm\\w+|revis\\w+|reduc\\w+|narrow\\w+|shorten\\w+|par(?:ed|ing)|whittl\\w+|slimm\\w+|shr[iau]nk\\w*|expand\\w+|extend\\w+|grow\\w*|condens\\w+|boil\\w+|scal\\w+)\\b[^.;]{0,80}?\\b(?:to|into) (?:just |only )?"
                    + NUMBER + " " + UNIT + "\\b",
            FLAGS);
    private static final Pattern HAS = Pattern.compile(
            "^(?: itself)?,?(?: (?:handed|sent|put|passed|circulated|published|released|presented|tabled)\\b(?: (?!has |had )[\\p{L}\\d]+){0,5})?(?: (?:which|that|still|now|then|also|only|already|originally))*(?: (?:has|had|have|contains?|contained|holds?|held|counts|counted|comprises|comprised|comprising|containing|lists?|listed|listing|of|with|runs to|ran to))?(?: (?:about|just|only|still))? [\"\u201c\u2018']?"
                    + NUMBER + "( " + UNIT + "\\b)?(?! (?:too|more|fewer|less)\\b)" + NOT_OF_ELSE
                    + "(?=[.,;:)\u2019\u201d\"']|$| )",
            FLAGS);

    /**
     * A count.
     *
     * @param now how many it has, or had where {@code now} is all the words tell
     * @param before how many it had before, or null
     * @param span the words
     */
    public record Count(int now, Integer before, Span span) {}

    private Counts() {}

    /** Whether the words behind a phrase say how many points it has, and call them so. */
    static boolean hasPoints(String text, Span phrase, int end) {
        Count has = has(text, phrase, end);
        return has != null
                && Pattern.compile(" " + UNIT + "\\b")
                        .matcher(text.substring(
                                has.span().start(),
                                Math.min(text.length(), has.span().end())))
                        .find();
    }

    /** What the sentence says of a change; nothing of what is counted in kilometers or percent. */
    static List<Count> changes(String words, int base) {
        List<Count> found = new ArrayList<>();
        both(FROM_TO, words, base, false, found);
        both(TO_FROM, words, base, true, found);
        both(DOWN_FROM, words, base, true, found);
        both(AGAINST, words, base, true, found);
        if (found.isEmpty()) {
            Matcher cut = CUT_TO.matcher(words);
            if (cut.find()) {
                found.add(new Count(Numbers.of(cut.group(1)), null, new Span(base + cut.start(), base + cut.end())));
            }
        }
        return found;
    }

    private static void both(Pattern pattern, String words, int base, boolean nowFirst, List<Count> found) {
        Matcher matcher = pattern.matcher(words);
        if (found.isEmpty() && matcher.find()) {
            Integer one = Numbers.of(matcher.group(1));
            Integer other = Numbers.of(matcher.group(2));
            if (!one.equals(other)) {
                found.add(new Count(
                        nowFirst ? one : other,
                        nowFirst ? other : one,
                        new Span(base + matcher.start(), base + matcher.end())));
            }
        }
    }

    /** What the words right behind a phrase say it has: "still has fourteen", ", 11 articles,"; or null. */
    public static Count has(String text, Span phrase, int sentenceEnd) {
        String rest = text.substring(phrase.end(), Math.min(sentenceEnd, phrase.end() + 80));
        Matcher matcher = HAS.matcher(rest);
        if (!matcher.find()) {
            return null;
        }
        boolean unit = matcher.group(2) != null;
        boolean verb = rest.substring(0, matcher.start(1))
                .matches(
                        "(?s).*\\b(?:ha[sd]|have|contain\\w*|hold\\w*|held|count\\w*|compris\\w*|list\\w*|r[ua]n\\w* to)\\b.*");
        String after = rest.substring(matcher.end());
        boolean ends = after.isEmpty() || ".,;:)".indexOf(after.charAt(0)) >= 0;
        Integer number = Numbers.of(matcher.group(1));
        return number != null && number > 1 && (unit || (verb && ends))
                ? new Count(number, null, new Span(phrase.start(), phrase.end() + matcher.end()))
                : null;
    }
}
