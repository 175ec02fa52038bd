package org.parley.events.extract;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.events.proposal.MentionView;
import org.parley.events.statement.ExtractedViews;
import org.parley.events.statement.StatementView;
import org.parley.events.table.Body;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Extraction;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** Text in, statements out, nothing stored. */
@Path("/v1/extractions")
@RolesAllowed("partner")
class ExtractionsApi {

    private final EngineHolder engine;
    private final ExtractConfig config;
    private final Semaphore free;

    ExtractionsApi(EngineHolder engine, ExtractConfig config) {
        this.engine = engine;
        this.config = config;
        this.free = new Semaphore(config.concurrentRequests());
    }

    /**
     * A text to read.
     *
     * @param published a day, or a moment, from which "on Thursday" is counted
     * @param language BCP 47 tag, where it is known
     */
    public record Asked(String text, String headline, String published, String language) {}

    /**
     * What it says.
     *
     * @param language as recognised
     * @param extracted false in a language the engine does not read
     */
    public record Answer(
            String language, boolean extracted, List<StatementView> statements, List<MentionView> mentions) {}

    @POST
    @Operation(summary = "Reads a text and stores nothing; 429 while too many others are read")
    public Answer extract(Asked asked) {
        String text = Body.given(asked).text();
        if (text == null || text.isBlank()) {
            throw ProblemException.badInput("text", "has to hold the text to read");
        }
        if (text.length() > config.longestText()) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED,
                    413,
                    "text",
                    "can hold at most %d characters".formatted(config.longestText()));
        }
        ArticleText article = new ArticleText(text, asked.headline(), day(asked.published()), asked.language());
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ErrorCode.RATE_LIMITED, "As many texts as allowed are being read now. Try again shortly.");
        }
        try {
            Extraction found = engine.get().extract(article);
            return new Answer(
                    found.language(),
                    found.extracted(),
                    ExtractedViews.statements(found, text),
                    found.mentions().stream()
                            .map(mention -> MentionView.of(mention, text))
                            .toList());
        } finally {
            free.release();
        }
    }

    private static LocalDate day(String published) {
        if (published == null) {
            return null;
        }
        try {
            return published.indexOf('T') < 0
                    ? LocalDate.parse(published)
                    : OffsetDateTime.parse(published).toLocalDate();
        } catch (DateTimeException e) {
            throw ProblemException.badInput(
                    "published", "has to be a day such as 2025-11-27 or a time such as 2025-11-27T09:30:00Z");
        }
    }
}
