package org.parley.events.proposal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.NewRows;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;

/** Enters the proposal mentions of an article version and what the article asserts of them. */
public final class MentionBook {

    private record AssertionRow(
            UUID id,
            UUID articleId,
            int articleVersion,
            String extractor,
            String field,
            String value,
            List<Receipt> receipts,
            UUID mentionId,
            Instant knownAt,
            Instant supersededAt) {}

    private final NewRows into;
    private final UUID article;
    private final int version;
    private final String extractor;
    private final Instant now;

    /** @param now when what is entered is known from */
    public MentionBook(NewRows into, UUID article, int version, String extractor, Instant now) {
        this.into = into;
        this.article = article;
        this.version = version;
        this.extractor = extractor;
        this.now = now;
    }

    /**
     * Adds the mentions; what they mean is resolved with those of other articles.
     *
     * @param current false for a version that is older than one read before
     * @return the ids, by the mentions' index
     */
    public List<UUID> add(Extraction found, String text, boolean current) {
        List<MentionRow> rows = found.mentions().stream()
                .map(mention -> row(mention, text, current))
                .toList();
        into.add("mention", rows);
        into.add("assertion", assertions(found, text, rows, current));
        return rows.stream().map(MentionRow::id).toList();
    }

    private MentionRow row(ProposalMention mention, String text, boolean current) {
        return new MentionRow(
                UuidCreator.getTimeOrderedEpoch(),
                article,
                version,
                extractor,
                Receipt.of(text, mention.span()),
                mention.span().start(),
                mention.head(),
                mention.kind(),
                mention.pointCount(),
                mention.sponsor(),
                mention.proposal(),
                mention.group(),
                mention.rule(),
                mention.confidence(),
                now,
                current ? null : now);
    }

    private List<AssertionRow> assertions(Extraction found, String text, List<MentionRow> mentions, boolean current) {
        return found.assertions().stream()
                .map(assertion -> new AssertionRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        article,
                        version,
                        extractor,
                        assertion.field(),
                        assertion.value(),
                        assertion.receipts().stream()
                                .map(span -> Receipt.of(text, span))
                                .toList(),
                        assertion.mention() < 0
                                ? null
                                : mentions.get(assertion.mention()).id(),
                        now,
                        current ? null : now))
                .toList();
    }
}
