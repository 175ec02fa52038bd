package org.parley.events.position;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.StanceValue;

/**
 * Tells where a statement is about somebody else's stance: "Kesrania has rejected the plan", said by a mediator. Only the
 * plainest form is read, a name at the head of the content and its verb; anything else is left to the speaker.
 */
final class Claims {

    private static final Pattern CLAIM = Pattern.compile(
            "^[\"\u201C\u2018']?(?:[Tt]he )?(\\p{Lu}[\\p{L}.'\u2019-]*(?: \\p{Lu}[\\p{L}.'\u2019-]*){0,3}) "
                    + "(?:(?:has|have|had|was|is|would|will|were|are|did|does)\\s+)?"
                    + "(not |never |yet to )?(?:[a-z]+ly )?(?:to )?(accept|reject|back|endorse|support|oppos|refus|welcom|agree|sign|approv|dismiss|turn)"
                    + "(?:ed|d|s|es|ing|e|ped)?\\b");

    /** PostgreSQL's pattern for what may be a claim: its verb comes early. */
    static final String HINT =
            "^.{2,90}(accept|reject|back|endorse|support|oppos|refus|welcom|agree|sign|approv|dismiss|turn)";

    /** What was not done, whoever says it: with "nothing" behind the verb, or a "not" and a perfect or past before it. */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(accept|reject|endors|approv|dismiss|refus)ed nothing\\b"
                    + "|\\b(?:(?:has|have|had|did)(?: not|n['\u2019]t| never)|never|denied (?:having|that \\p{L}+ had)) "
                    + "(?:[a-z]+ly )?(accept|reject|endors|approv|dismiss|refus)(?:ed|e)?\\b",
            Pattern.CASE_INSENSITIVE);

    /** PostgreSQL's pattern for what may deny one. */
    static final String DENIED_HINT =
            "(accept|reject|endors|approv|dismiss|refus)ed nothing|(not|never|n.t|denied) .{0,30}(accept|reject|endors|approv|dismiss|refus)";

    private static final Map<String, StanceValue> VERBS = Map.ofEntries(
            Map.entry("accept", StanceValue.SUPPORT),
            Map.entry("back", StanceValue.SUPPORT),
            Map.entry("endorse", StanceValue.SUPPORT),
            Map.entry("endors", StanceValue.SUPPORT),
            Map.entry("support", StanceValue.SUPPORT),
            Map.entry("welcom", StanceValue.SUPPORT),
            Map.entry("agree", StanceValue.SUPPORT),
            Map.entry("sign", StanceValue.SUPPORT),
            Map.entry("approv", StanceValue.SUPPORT),
            Map.entry("reject", StanceValue.OPPOSE),
            Map.entry("oppos", StanceValue.OPPOSE),
            Map.entry("refus", StanceValue.OPPOSE),
            Map.entry("dismiss", StanceValue.OPPOSE),
            Map.entry("turn", StanceValue.OPPOSE));

    /** Whose stance, by name, and which. */
    record Claim(String holder, StanceValue stance) {}

    private Claims() {}

    static Optional<Claim> of(String content) {
        Matcher claim = CLAIM.matcher(content);
        if (!claim.find() || List.of("I", "We", "He", "She", "They", "It").contains(claim.group(1))) {
            return Optional.empty();
        }
        StanceValue stance = VERBS.get(claim.group(3));
        if (claim.group(2) != null) {
            // Not having accepted is no opposition, and not having rejected no support.
            stance = StanceValue.NO_PUBLIC_COMMITMENT;
        }
        return Optional.of(new Claim(claim.group(1), stance));
    }

    /** The stances that a party's own words deny having taken: "we rejected nothing", "we have not accepted it". */
    static Set<StanceValue> denied(String content) {
        Set<StanceValue> denied = EnumSet.noneOf(StanceValue.class);
        Matcher words = DENIED.matcher(content);
        while (words.find()) {
            String verb = words.group(1) != null ? words.group(1) : words.group(2);
            denied.add(VERBS.get(verb.toLowerCase(Locale.ROOT)));
        }
        return denied;
    }
}
