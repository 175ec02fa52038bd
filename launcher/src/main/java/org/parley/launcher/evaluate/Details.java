package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a line says of a statement beside its words and speaker; texts that are not given are empty.
 *
 * @param role the speaker's office
 * @param rolePrinted gold only: the same as the article prints it
 * @param place where it was said
 * @param optionalPlace gold only: a place that only the context tells; right if given, not missed if not
 * @param addressee to whom
 * @param channel by what means, in lower case
 * @param date first day, year-month or year
 * @param latest last day, or the same
 * @param optionalDate gold only: a day that only the context tells; right if given, not missed if not
 * @param act what saying it does, in lower case
 * @param stances toward the proposals it speaks of, in lower case
 * @param confidence of a prediction, else null
 */
record Details(
        String role,
        String rolePrinted,
        String place,
        boolean optionalPlace,
        String addressee,
        String channel,
        String date,
        String latest,
        boolean optionalDate,
        String act,
        List<String> stances,
        Double confidence) {

    static Details of(JsonNode quote) {
        List<String> stances = new ArrayList<>();
        quote.path("about").forEach(about -> {
            String stance = about.path("stance").asText("");
            stances.add(stance.isEmpty() || stance.equals("null") ? Stance.NEUTRAL : stance.toLowerCase(Locale.ROOT));
        });
        JsonNode date = quote.path("date");
        String value = date.path("value").asText("");
        return new Details(
                text(quote.path("role")),
                text(quote.path("role_printed")),
                text(quote.path("place").path("value")),
                isInferred(quote.path("place")),
                text(quote.path("addressee").path("value")),
                text(quote.path("channel").path("kind")).replace("other", ""),
                value,
                date.path("latest").asText(value),
                isInferred(date),
                act(text(quote.path("speech_act"))),
                stances,
                quote.path("confidence").isNumber() ? quote.path("confidence").asDouble() : null);
    }

    /** Gold may tell more acts apart than the contract does: a request is asked for, an acceptance judges. */
    private static String act(String act) {
        return switch (act) {
            case "request" -> "ask";
            case "accept" -> "evaluate";
            default -> act;
        };
    }

    private static boolean isInferred(JsonNode detail) {
        return detail.path("basis").asText("").equalsIgnoreCase("inferred");
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : "";
    }
}
