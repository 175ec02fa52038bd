package org.parley.events.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.Basis;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

/**
 * A statement as the API shows it: its identity, and the reading that holds at the time asked for. Ids are null in the
 * answer about a text that is not stored.
 */
@JsonInclude(Include.NON_NULL)
public record StatementView(
        UUID id,
        UUID articleId,
        Integer articleVersion,
        String articleHeadline,
        String articleUrl,
        UUID outletId,
        String outletName,
        Instant publishedAt,
        List<ReceiptView> receipts,
        String content,
        StatementForm form,
        SpeechAct act,
        boolean negated,
        ReceiptView cue,
        ReceiptView speakerMention,
        List<ActorRef> speakers,
        String speakerRole,
        ActorRef party,
        DetailView addressee,
        DetailView place,
        DetailView occasion,
        DetailView channel,
        DetailView via,
        LocalDate statedOn,
        LocalDate statedOnLatest,
        StatedOn.Precision statedOnPrecision,
        Basis statedOnBasis,
        List<StanceView> stances,
        List<StanceView> about,
        double confidence,
        String rule,
        UUID utteranceId,
        ReviewState review,
        Instant knownAt,
        Instant supersededAt,
        List<ReadingView> readings) {}
