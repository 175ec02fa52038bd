package org.parley.events.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.events.receipt.Receipt;
import org.parley.extraction.Basis;
import org.parley.extraction.Detail;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

/** A row of {@code reading}. */
record ReadingRow(
        UUID id,
        UUID statementId,
        UUID articleId,
        int articleVersion,
        String extractor,
        List<Receipt> receipts,
        String content,
        StatementForm form,
        SpeechAct act,
        boolean negated,
        Receipt cue,
        String cueLemma,
        Receipt speakerMention,
        String speakerRole,
        Map<String, StoredDetail> details,
        LocalDate statedOn,
        LocalDate statedOnLatest,
        StatedOn.Precision statedPrecision,
        Basis statedBasis,
        Receipt statedReceipt,
        String rule,
        double confidence,
        UUID outletId,
        Instant publishedAt,
        Instant sortAt,
        Instant knownAt,
        Instant supersededAt) {

    /**
     * What was found, with the words it rests on.
     *
     * @param firstKnownAt since when the statement is known, in whatever reading
     * @param outlets ids of known outlets by name in lower case
     * @throws IllegalArgumentException when a span does not lie in the text
     */
    static ReadingRow of(
            NewReadings in, ExtractedStatement found, UUID statement, Instant firstKnownAt, Map<String, UUID> outlets) {
        String text = in.text();
        List<Receipt> receipts =
                found.content().stream().map(span -> Receipt.of(text, span)).toList();
        StatedOn stated = found.statedOn();
        return new ReadingRow(
                UuidCreator.getTimeOrderedEpoch(),
                statement,
                in.articleId(),
                in.version(),
                in.extractor(),
                receipts,
                receipts.stream().map(Receipt::exact).collect(Collectors.joining(" ")),
                found.form(),
                found.act(),
                found.negated(),
                Receipt.of(text, found.cue()),
                found.cueLemma(),
                Receipt.of(text, found.speakerMention()),
                found.speakers().isEmpty() ? null : found.speakers().get(0).role(),
                details(text, found, outlets),
                stated.date(),
                stated.latest(),
                stated.precision(),
                stated.basis(),
                Receipt.of(text, stated.span()),
                found.rule(),
                found.confidence(),
                in.outletId(),
                in.publishedAt(),
                sortAt(stated, in.publishedAt(), firstKnownAt),
                in.now(),
                in.current() ? null : in.now());
    }

    /** As a view for a text that is not stored, or to be completed from the tables. */
    static Map<String, StoredDetail> details(String text, ExtractedStatement found, Map<String, UUID> outlets) {
        Map<String, StoredDetail> details = new LinkedHashMap<>();
        put(details, "addressee", text, found.addressee(), null);
        put(details, "place", text, found.place(), null);
        put(details, "occasion", text, found.occasion(), null);
        if (found.via() != null) {
            put(
                    details,
                    "via",
                    text,
                    found.via(),
                    outlets.get(found.via().value().toLowerCase(Locale.ROOT)));
        }
        if (found.channel() != null) {
            Detail words = found.channel().detail();
            details.put(
                    "channel",
                    new StoredDetail(
                            found.channel().kind(),
                            words == null ? null : words.value(),
                            receipt(text, words),
                            words == null ? Basis.INFERRED : words.basis(),
                            null));
        }
        return details;
    }

    private static void put(Map<String, StoredDetail> details, String name, String text, Detail detail, UUID outlet) {
        if (detail != null) {
            details.put(name, new StoredDetail(null, detail.value(), receipt(text, detail), detail.basis(), outlet));
        }
    }

    private static Receipt receipt(String text, Detail detail) {
        Span span = detail == null ? null : detail.span();
        return Receipt.of(text, span);
    }

    private static Instant sortAt(StatedOn stated, Instant published, Instant known) {
        if (stated.date() != null) {
            return stated.date().atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return published != null ? published : known;
    }
}
