package org.parley.launcher.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A quotation as gold or prediction give it.
 *
 * @param parts where its words stand; offsets as given, not yet checked against the text
 * @param kind direct, mixed or indirect; whatever else a file says counts as indirect
 * @param kindGiven what the file says
 * @param mention who speaks, as printed, or null
 * @param resolved the speaker's full name, or empty
 * @param aliases gold only: other names that are right too
 * @param head gold only: the word of the mention that names, or empty
 * @param cue the words of saying, or null
 * @param act gold only: speech, thought or evidence
 * @param nested gold only: said inside somebody's quotation
 * @param details what is said of it beside
 */
record Quote(
        List<Range> parts,
        String kind,
        String kindGiven,
        Mention mention,
        String resolved,
        List<String> aliases,
        String head,
        Mention cue,
        String act,
        boolean nested,
        Details details) {

    static final List<String> KINDS = List.of("direct", "mixed", "indirect");

    private static final Set<String> FALSE = Set.of("", "false", "0", "null");

    static Quote of(JsonNode node) {
        List<Range> parts = Range.list(node.path("parts"));
        if (parts.isEmpty()) {
            parts = List.of(new Range(offset(node, "quote_start"), offset(node, "quote_end")));
        }
        List<String> aliases = new ArrayList<>();
        node.path("speaker_aliases").forEach(alias -> aliases.add(alias.asText()));
        String kind = node.path("kind").asText("");
        return new Quote(
                parts,
                KINDS.contains(kind) ? kind : "indirect",
                kind,
                Mention.of(node.path("speaker_mention")),
                text(node, "speaker_resolved"),
                aliases,
                text(node, "speaker_head"),
                Mention.of(node.path("cue")),
                node.path("act").asText("speech"),
                !FALSE.contains(node.path("nested").asText("")),
                Details.of(node));
    }

    private static int offset(JsonNode node, String name) {
        if (!node.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("a quote without the number \"" + name + "\"");
        }
        return node.path(name).intValue();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : "";
    }
}
