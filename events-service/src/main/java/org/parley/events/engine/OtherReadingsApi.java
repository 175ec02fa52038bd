package org.parley.events.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.engine.ClaimCheck.Dropped;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.SpeechAct;
import org.parley.kit.problem.ProblemException;

/** What other engines make of an article, beside the record. */
@Path("/v1/other-readings")
@RolesAllowed("read")
class OtherReadingsApi {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<List<Dropped>> DROPPED = new TypeReference<>() {};

    private final Jdbi jdbi;

    OtherReadingsApi(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An engine that was asked about the article.
     *
     * @param state {@code RUNNING}, {@code WAITING}, {@code DONE} or {@code FAILED}
     * @param claimed statements it claimed; null until it answered
     * @param kept those of them whose words stand in the text
     * @param dropped the others, and why
     * @param error why there was no answer the last time
     */
    @JsonInclude(Include.NON_NULL)
    public record Asked(
            String extractor,
            int articleVersion,
            String state,
            Integer claimed,
            Integer kept,
            List<Dropped> dropped,
            String error,
            Instant at) {}

    /**
     * A statement as another engine reads it.
     *
     * @param statementId the record's statement that shares its words; null where the record has none
     */
    @JsonInclude(Include.NON_NULL)
    public record Reading(
            UUID id,
            String extractor,
            int articleVersion,
            UUID statementId,
            Agreement agreement,
            String content,
            List<ReceiptView> receipts,
            String speaker,
            ReceiptView speakerMention,
            SpeechAct act,
            boolean negated,
            Instant knownAt) {}

    /**
     * All about one article.
     *
     * @param onlyOurs statements of the record in a version that an engine has read without finding them
     */
    public record Answer(List<Asked> engines, List<Reading> readings, List<UUID> onlyOurs) {}

    @GET
    @Operation(summary = "What other engines make of an article, and where they differ from the record")
    public Answer of(@QueryParam("article") UUID article) {
        if (article == null) {
            throw ProblemException.badInput("article", "has to be the id of an article");
        }
        return jdbi.withHandle(
                handle -> new Answer(asked(handle, article), readings(handle, article), onlyOurs(handle, article)));
    }

    private static List<Asked> asked(Handle handle, UUID article) {
        return handle.createQuery(
                        "select * from other_extraction where article_id = :article order by article_version, extractor")
                .bind("article", article)
                .map((row, context) -> new Asked(
                        row.getString("extractor"),
                        row.getInt("article_version"),
                        row.getString("state"),
                        row.getObject("claimed", Integer.class),
                        row.getObject("kept", Integer.class),
                        Json.read(row.getString("dropped"), DROPPED),
                        row.getString("error"),
                        Rows.instant(row, "at")))
                .list();
    }

    private static List<Reading> readings(Handle handle, UUID article) {
        return handle.createQuery("""
                        select * from other_reading where article_id = :article
                        order by article_version, extractor, cast(receipts -> 0 ->> 'start' as int)""")
                .bind("article", article)
                .map((row, context) -> new Reading(
                        Rows.uuid(row, "id"),
                        row.getString("extractor"),
                        row.getInt("article_version"),
                        Rows.uuid(row, "statement_id"),
                        Rows.name(row, "agreement", Agreement.class),
                        row.getString("content"),
                        Json.read(row.getString("receipts"), RECEIPTS).stream()
                                .map(ReceiptView::of)
                                .toList(),
                        row.getString("speaker"),
                        ReceiptView.of(Json.read(row.getString("speaker_mention"), Receipt.class)),
                        Rows.name(row, "act", SpeechAct.class),
                        row.getBoolean("negated"),
                        Rows.instant(row, "known_at")))
                .list();
    }

    private static List<UUID> onlyOurs(Handle handle, UUID article) {
        return handle.createQuery("""
                        select distinct r.statement_id from reading r
                        join other_extraction o on o.article_id = r.article_id
                            and o.article_version = r.article_version and o.state = 'DONE'
                        where r.article_id = :article and r.superseded_at is null and not exists (
                            select from other_reading x where x.statement_id = r.statement_id
                                and x.article_version = r.article_version and x.extractor = o.extractor)
                        order by r.statement_id""")
                .bind("article", article)
                .mapTo(UUID.class)
                .list();
    }
}
