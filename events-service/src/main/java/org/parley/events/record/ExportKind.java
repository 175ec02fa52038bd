package org.parley.events.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parley.kit.problem.ProblemException;

/** What can be exported whole, and the columns it has as a table. */
enum ExportKind {
    STATEMENTS(
            "statement",
            "id articleId articleVersion articleUrl articleHeadline outletName publishedAt content form act negated"
                    + " speakers[].name speakers[].id speakerRole party.name statedOn statedOnLatest statedOnPrecision"
                    + " stances[].proposalId stances[].value receipts[].exact receipts[].start receipts[].end confidence"
                    + " rule review utteranceId knownAt"),
    UTTERANCES(
            "utterance",
            "id speakers[].name speakers[].id statedOn statedOnLatest content statementCount outletCount originCount"
                    + " unknownOriginReports origins[].name knownAt"),
    PROPOSALS(
            "proposal",
            "id slug title kind proposers[].name withdrawnOn respondsToId versions[].label versions[].datedOn"
                    + " versions[].pointCount versions[].points[].label versions[].points[].text versions[].points[].fate"
                    + " mentionCount knownAt"),
    POSITIONS(
            "proposal",
            "id holder.name holder.id proposalId versionId stance since until claimedBy.name statementIds[]"),
    ARTICLES("article", "id url headline outletId outletName publishedAt language state version");

    private final String table;
    private final List<String> columns;

    ExportKind(String table, String columns) {
        this.table = table;
        this.columns = List.of(columns.split(" "));
    }

    /** The table whose ids give the order. */
    String table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    /** @throws ProblemException NOT_FOUND for what cannot be exported */
    static ExportKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There are exports of "
                        + Arrays.stream(values()).map(ExportKind::text).collect(Collectors.joining(", ")) + "."));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
