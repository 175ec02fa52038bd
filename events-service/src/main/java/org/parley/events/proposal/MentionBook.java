package org.parley.events.proposal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.parley.events.proposal.ProposalBook.Meant;
import org.parley.events.receipt.Receipt;
import org.parley.events.table.Rows;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;

/**
 * Enters the proposal mentions of an article version and what the article asserts of them, with the proposals they mean.
 */
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

    private final Handle handle;
    private final UUID article;
    private final int version;
    private final String extractor;
    private final Instant now;
    private final ProposalBook proposals;

    /** @param now when what is entered is known from */
    public MentionBook(Handle handle, UUID article, int version, String extractor, Instant now) {
        this.handle = handle;
        this.article = article;
        this.version = version;
        this.extractor = extractor;
        this.now = now;
        this.proposals = new ProposalBook(handle, article, now);
    }

    /** Proposals that were entered. */
    public Set<UUID> added() {
        return proposals.added();
    }

    /** Proposals of which something was entered that was not known before. */
    public Set<UUID> changed() {
        return proposals.changed();
    }

    /**
     * Stores the mentions.
     *
     * @param current false for a version that is older than one read before
     * @param sponsors the actor of a sponsor's name
     * @return the rows, by the mentions' index
     */
    public List<MentionRow> enter(Extraction found, String text, boolean current, Function<String, UUID> sponsors) {
        Map<Integer, Meant> meant = groups(found, text, sponsors);
        List<MentionRow> rows = new ArrayList<>();
        for (ProposalMention mention : found.mentions()) {
            rows.add(row(mention, text, meant.get(mention.group()), current));
        }
        if (current) {
            close("mention");
            close("assertion");
        }
        Rows.insert(handle, "mention", rows);
        Rows.insert(handle, "assertion", assertions(found, text, rows, current));
        return rows;
    }

    private Map<Integer, Meant> groups(Extraction found, String text, Function<String, UUID> sponsors) {
        Map<Integer, List<ProposalMention>> groups = new TreeMap<>();
        for (ProposalMention mention : found.mentions()) {
            if (mention.group() >= 0) {
                groups.computeIfAbsent(mention.group(), absent -> new ArrayList<>())
                        .add(mention);
            }
        }
        Map<Integer, LocalDate> dates = dates(found);
        Map<Integer, Meant> meant = new HashMap<>();
        groups.forEach((number, mentions) -> {
            MentionGroup group = MentionGroup.of(mentions, text);
            Meant version = proposals.resolve(group, dates.get(number));
            meant.put(number, version);
            if (group.sponsor() != null) {
                proposals.propose(version, sponsors.apply(group.sponsor()));
            }
        });
        return meant;
    }

    /** Of each group the day that the article gives its version. */
    private static Map<Integer, LocalDate> dates(Extraction found) {
        Map<Integer, LocalDate> dates = new HashMap<>();
        for (ExtractedAssertion assertion : found.assertions()) {
            if (assertion.field().equals("date") && assertion.mention() >= 0) {
                try {
                    dates.putIfAbsent(
                            found.mentions().get(assertion.mention()).group(), LocalDate.parse(assertion.value()));
                } catch (DateTimeException e) {
                    // A month or a year dates no version; the assertion itself is kept as it is.
                    continue;
                }
            }
        }
        return dates;
    }

    private MentionRow row(ProposalMention mention, String text, Meant meant, boolean current) {
        return new MentionRow(
                UuidCreator.getTimeOrderedEpoch(),
                meant == null ? null : meant.proposalId(),
                meant == null ? null : meant.versionId(),
                article,
                version,
                extractor,
                Receipt.of(text, mention.span()),
                mention.span().start(),
                mention.head(),
                mention.kind(),
                mention.pointCount(),
                mention.sponsor(),
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

    private void close(String table) {
        handle.createUpdate("update %s set superseded_at = :now where article_id = :article and superseded_at is null"
                        .formatted(table))
                .bind("now", now)
                .bind("article", article)
                .execute();
    }
}
