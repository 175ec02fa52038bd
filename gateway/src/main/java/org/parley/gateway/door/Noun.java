package org.parley.gateway.door;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kind of row that can be listed and got over REST, as {@code api/openapi.json} tells it.
 *
 * @param name its plural, as it stands in the address
 * @param service where its rows are
 * @param lists filters that take several values
 * @param others the filters that take one, with the kind of value
 * @param beside what goes beside the filter: the time of the record, say
 * @param byId whether one can be got by its id
 */
record Noun(
        String name, String service, List<String> lists, Map<String, Kind> others, List<String> beside, boolean byId) {

    /** What kind of value a parameter takes. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    static final Map<String, Kind> BESIDE = Map.of("knownAt", Kind.TEXT, "asOf", Kind.TEXT, "history", Kind.BOOLEAN);

    static final Map<String, Kind> PAGING = Map.of(
            "first", Kind.NUMBER,
            "last", Kind.NUMBER,
            "after", Kind.TEXT,
            "before", Kind.TEXT,
            "count", Kind.BOOLEAN);

    private static final List<String> KNOWN_AT = List.of("knownAt");

    static final List<Noun> ALL = List.of(
            new Noun(
                    "statements",
                    "events",
                    words("speaker party outlet article utterance proposal proposalVersion form act stance review"),
                    Map.of(
                            "speakerName", Kind.TEXT,
                            "text", Kind.TEXT,
                            "statedFrom", Kind.TEXT,
                            "statedTo", Kind.TEXT,
                            "publishedFrom", Kind.TEXT,
                            "publishedTo", Kind.TEXT,
                            "negated", Kind.BOOLEAN,
                            "minConfidence", Kind.NUMBER),
                    KNOWN_AT,
                    true),
            new Noun(
                    "utterances",
                    "events",
                    words("speaker proposal outlet article"),
                    Map.of(
                            "statedFrom", Kind.TEXT,
                            "statedTo", Kind.TEXT,
                            "text", Kind.TEXT,
                            "minOutlets", Kind.NUMBER,
                            "minOrigins", Kind.NUMBER),
                    KNOWN_AT,
                    true),
            new Noun(
                    "proposals",
                    "events",
                    words("kind"),
                    Map.of("sponsor", Kind.TEXT, "text", Kind.TEXT, "pointCount", Kind.NUMBER),
                    KNOWN_AT,
                    true),
            new Noun(
                    "actors",
                    "events",
                    words("kind"),
                    Map.of("name", Kind.TEXT, "alias", Kind.TEXT, "text", Kind.TEXT),
                    KNOWN_AT,
                    true),
            new Noun(
                    "positions",
                    "events",
                    words("proposal proposalVersion holder party stance"),
                    Map.of("claimed", Kind.BOOLEAN),
                    words("knownAt asOf history"),
                    false),
            new Noun(
                    "conflicts",
                    "events",
                    words("kind resolution article proposal speaker statement utterance"),
                    Map.of(),
                    KNOWN_AT,
                    true),
            new Noun(
                    "articles",
                    "sources",
                    words("outlet language state flag"),
                    Map.of(
                            "publishedFrom", Kind.TEXT,
                            "publishedTo", Kind.TEXT,
                            "text", Kind.TEXT,
                            "url", Kind.TEXT),
                    List.of(),
                    true),
            new Noun("outlets", "sources", List.of(), Map.of(), List.of(), true));

    /** Every parameter its list takes, in the order of the alphabet. */
    List<String> parameters() {
        return Stream.of(lists.stream(), others.keySet().stream(), beside.stream(), PAGING.keySet().stream())
                .flatMap(each -> each)
                .sorted()
                .toList();
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
