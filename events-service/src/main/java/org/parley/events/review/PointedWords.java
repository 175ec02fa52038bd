package org.parley.events.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.doubt.Doubts;
import org.parley.events.receipt.Receipt;
import org.parley.events.sources.SourcesApi;
import org.parley.events.statement.CorrectedWords;
import org.parley.events.table.Rows;
import org.parley.extraction.Span;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Takes the very characters that a reviewer points at from the article version as it is kept. */
@ApplicationScoped
class PointedWords {

    private static final Logger LOG = Logger.getLogger(PointedWords.class);
    private static final int MOST = 20;
    private static final String FIELD = "correction.spans";

    private final Jdbi jdbi;
    private final SourcesApi sources;

    PointedWords(Jdbi jdbi, @RestClient SourcesApi sources) {
        this.jdbi = jdbi;
        this.sources = sources;
    }

    private record Read(UUID article, int version) {}

    /**
     * The same decision with the words of its spans. Before any lock is held, since the text is another service's.
     *
     * @throws ProblemException for spans of another version than the one read last, or that do not lie in its text
     */
    DecisionAsked taken(DecisionAsked asked) {
        if (asked.kind() != Doubts.Kind.STATEMENT
                || asked.correction() == null
                || asked.correction().spans() == null) {
            return asked;
        }
        List<CorrectedWords> spans = asked.correction().spans();
        if (spans.isEmpty() || spans.size() > MOST) {
            throw ProblemException.badInput(FIELD, "has to hold 1 to " + MOST + " spans, or be left out");
        }
        Optional<Read> read = read(asked.subjectIds().get(0));
        if (read.isEmpty()) {
            // What became of the statement is told where the decision is taken.
            return asked;
        }
        int version = read.get().version();
        for (int i = 0; i < spans.size(); i++) {
            sameVersion(spans.get(i), version, FIELD + "[" + i + "]");
        }
        String text = text(read.get());
        List<CorrectedWords> words = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < spans.size(); i++) {
            CorrectedWords span = spans.get(i);
            check(span, text, free, FIELD + "[" + i + "]");
            words.add(span.of(Receipt.of(text, new Span(span.start(), span.end()))));
            free = span.end();
        }
        return asked.with(asked.correction().with(words));
    }

    private String text(Read read) {
        try {
            return sources.version(read.article(), read.version()).text();
        } catch (ProcessingException | WebApplicationException e) {
            LOG.warnf("The text of article %s, version %d, cannot be had: %s", read.article(), read.version(), e);
            throw new ProblemException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "The article's text cannot be had just now. Try again shortly.");
        }
    }

    private Optional<Read> read(UUID statement) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select article_id, article_version from reading where statement_id = :id and superseded_at is null limit 1")
                .bind("id", statement)
                .map((row, context) -> new Read(Rows.uuid(row, "article_id"), row.getInt("article_version")))
                .findOne());
    }

    private static void sameVersion(CorrectedWords span, int version, String field) {
        if (span == null || span.articleVersion() == null || span.start() == null || span.end() == null) {
            throw ProblemException.badInput(field, "has to give articleVersion, start and end");
        }
        if (span.articleVersion() != version) {
            throw ProblemException.at(
                    ErrorCode.CONFLICT,
                    409,
                    field + ".articleVersion",
                    "is %d, but the statement is read from version %d: point at the words there"
                            .formatted(span.articleVersion(), version));
        }
    }

    private static void check(CorrectedWords span, String text, int free, String field) {
        if (span.start() < 0 || span.end() <= span.start()) {
            throw ProblemException.badInput(
                    field,
                    "has to start at 0 or later and end after its start: %d to %d".formatted(span.start(), span.end()));
        }
        if (span.end() > text.length()) {
            throw ProblemException.badInput(
                    field + ".end",
                    "is %d, after the text, which has %d characters (UTF-16 code units)"
                            .formatted(span.end(), text.length()));
        }
        if (span.start() < free) {
            throw ProblemException.badInput(
                    field + ".start", "lies in the span before it: give spans in order, without overlap");
        }
        String words = text.substring(span.start(), span.end());
        if (words.isBlank()) {
            throw ProblemException.badInput(field, "holds nothing but white space");
        }
        if (Character.isLowSurrogate(words.charAt(0)) || Character.isHighSurrogate(words.charAt(words.length() - 1))) {
            throw ProblemException.badInput(field, "cuts a character in two");
        }
    }
}
