package org.parley.events.position;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Map<String, StanceValue> VERBS = Map.ofEntries(
            Map.entry("accept", StanceValue.SUPPORT),
            Map.entry("back", StanceValue.SUPPORT),
            Map.entry("endorse", StanceValue.SUPPORT),
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
}
