package org.parley.events.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.engine.Agreement.Compared;
import org.parley.events.engine.Agreement.Recorded;
import org.parley.events.receipt.Receipt;
import org.parley.events.resolve.Resolve;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;

/**
 * Stores another engine's readings beside the record's, each with how it goes with the record. Where the two give the same
 * words to different speakers, or one says and the other denies, a person is asked.
 */
@ApplicationScoped
class OtherReadings {

    /** How sure a statement is on which two engines disagree. */
    private static final double DISPUTED = 0.4;

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private record OtherReadingRow(
            UUID id,
            UUID articleId,
            int articleVersion,
            String extractor,
            UUID statementId,
            Agreement agreement,
            List<Receipt> receipts,
            String content,
            StatementForm form,
            SpeechAct act,
            boolean negated,
            Receipt cue,
            Receipt speakerMention,
            String speaker,
            double confidence,
            String rule,
            Instant knownAt) {}

    private final Jdbi jdbi;
    private final Clock clock;

    OtherReadings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void store(AskedArticle asked, String extractor, String text, ClaimCheck.Checked found) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    Resolve.alone(handle);
                    if (isStored(handle, asked, extractor)) {
                        return; // the claim had run out, and somebody else was quicker
                    }
                    Instant now = clock.instant();
                    List<Recorded> record = recorded(handle, asked);
                    List<OtherReadingRow> rows = new ArrayList<>();
                    List<Doubt> doubts = new ArrayList<>();
                    for (ExtractedStatement claimed : found.kept()) {
                        Compared compared = Agreement.compare(claimed, record);
                        rows.add(row(asked, extractor, text, claimed, compared, now));
                        if (compared.agreement() == Agreement.OTHER_SPEAKER
                                || compared.agreement() == Agreement.OTHER_POLARITY) {
                            doubts.add(doubt(claimed, compared, extractor));
                        }
                    }
                    Rows.insert(handle, "other_reading", rows);
                    Doubts.enter(handle, Doubts.Kind.STATEMENT, List.of(), doubts, now);
                    AskQueue.done(handle, asked, extractor, found);
                }));
    }

    private static boolean isStored(Handle handle, AskedArticle asked, String extractor) {
        return handle.createQuery("""
                        select exists (select from other_extraction where article_id = :article
                            and article_version = :version and extractor = :extractor and state = 'DONE')""")
                .bind("article", asked.id())
                .bind("version", asked.version())
                .bind("extractor", extractor)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Recorded> recorded(Handle handle, AskedArticle asked) {
        return handle.createQuery("""
                        select r.statement_id, r.receipts, r.speaker_mention, r.negated,
                            (select json_agg(n.name) from reading_speaker rs
                                join lateral (
                                    select name from actor where id = current_id(rs.actor_id, null)
                                    union select alias from actor_alias where actor_id = current_id(rs.actor_id, null)) n on true
                                where rs.reading_id = r.id) as names
                        from reading r
                        where r.article_id = :article and r.article_version = :version and r.superseded_at is null""")
                .bind("article", asked.id())
                .bind("version", asked.version())
                .map((row, context) -> {
                    Receipt mention = Json.read(row.getString("speaker_mention"), Receipt.class);
                    List<String> names = Json.read(row.getString("names"), NAMES);
                    return new Recorded(
                            Rows.uuid(row, "statement_id"),
                            Json.read(row.getString("receipts"), RECEIPTS).stream()
                                    .map(Receipt::span)
                                    .toList(),
                            mention == null ? null : mention.span(),
                            names == null ? List.of() : names,
                            row.getBoolean("negated"));
                })
                .list();
    }

    private static Doubt doubt(ExtractedStatement claimed, Compared compared, String extractor) {
        String reads = compared.agreement() == Agreement.OTHER_POLARITY
                ? claimed.negated() ? "as denied or not said" : "as said"
                : claimed.speakers().isEmpty()
                        ? "without a speaker"
                        : "as said by " + claimed.speakers().get(0).name();
        return new Doubt(
                Doubts.Kind.STATEMENT,
                compared.with().id(),
                null,
                "Another engine (%s) reads these words %s.".formatted(extractor, reads),
                DISPUTED);
    }

    private static OtherReadingRow row(
            AskedArticle asked,
            String extractor,
            String text,
            ExtractedStatement claimed,
            Compared compared,
            Instant now) {
        List<Receipt> receipts =
                claimed.content().stream().map(span -> Receipt.of(text, span)).toList();
        return new OtherReadingRow(
                UuidCreator.getTimeOrderedEpoch(),
                asked.id(),
                asked.version(),
                extractor,
                compared.with() == null ? null : compared.with().id(),
                compared.agreement(),
                receipts,
                receipts.stream().map(Receipt::exact).collect(Collectors.joining(" ")),
                claimed.form(),
                claimed.act(),
                claimed.negated(),
                Receipt.of(text, claimed.cue()),
                Receipt.of(text, claimed.speakerMention()),
                claimed.speakers().isEmpty() ? null : claimed.speakers().get(0).name(),
                claimed.confidence(),
                claimed.rule(),
                now);
    }
}
