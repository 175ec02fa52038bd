package org.parley.events.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Extraction;

/** Shows what an engine found in a text that is not stored: as statements, without ids. */
public final class ExtractedViews {

    private ExtractedViews() {}

    /** The statements in their order; they name no proposals, which only the record tells apart. */
    public static List<StatementView> statements(Extraction found, String text) {
        return found.statements().stream()
                .map(statement -> view(statement, text))
                .toList();
    }

    private static StatementView view(ExtractedStatement found, String text) {
        List<ReceiptView> receipts = found.content().stream()
                .map(span -> ReceiptView.of(Receipt.of(text, span)))
                .toList();
        Map<String, StoredDetail> details = ReadingRow.details(text, found, Map.of());
        return new StatementView(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                receipts,
                receipts.stream().map(ReceiptView::exact).collect(Collectors.joining(" ")),
                found.form(),
                found.act(),
                found.negated(),
                ReceiptView.of(Receipt.of(text, found.cue())),
                ReceiptView.of(Receipt.of(text, found.speakerMention())),
                found.speakers().stream()
                        .map(speaker -> new ActorRef(null, speaker.name(), speaker.kind()))
                        .toList(),
                found.speakers().isEmpty() ? null : found.speakers().get(0).role(),
                null,
                detail(details, "addressee"),
                detail(details, "place"),
                detail(details, "occasion"),
                detail(details, "channel"),
                detail(details, "via"),
                found.statedOn().date(),
                found.statedOn().latest(),
                found.statedOn().precision(),
                found.statedOn().basis(),
                List.of(),
                List.of(),
                found.confidence(),
                found.rule(),
                null,
                null,
                null,
                null,
                null);
    }

    private static DetailView detail(Map<String, StoredDetail> details, String name) {
        StoredDetail detail = details.get(name);
        return detail == null
                ? null
                : new DetailView(detail.kind(), detail.value(), ReceiptView.of(detail.receipt()), detail.basis(), null);
    }
}
