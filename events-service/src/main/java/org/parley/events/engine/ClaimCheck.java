package org.parley.events.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.extraction.Basis;
import org.parley.extraction.Detail;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;
import org.parley.extraction.text.Quotation;
import org.parley.extraction.text.Quotations;

/**
 * Looks for every word of a claim in the article's text. Whoever made the claim may have made up its words: what is said
 * and by whom has to be printed, or the claim is dropped; a lesser detail that is not printed is left out.
 */
final class ClaimCheck {

    /** What a claim of an engine that cannot tell how sure it is starts from. */
    private static final double CONFIDENCE = 0.5;

    /** Farther than this from what is said, words belong to something else. */
    private static final int BESIDE = 600;

    private static final int LONGEST_SHOWN = 200;

    /** A claim that was dropped, in its own words, and why. */
    record Dropped(String claim, String why) {}

    /** What is left of some claims. */
    record Checked(int claimed, List<ExtractedStatement> kept, List<Dropped> dropped) {}

    private final String text;
    private final PrintedText printed;
    private final List<Quotation> quotations;
    private final Set<List<Span>> seen = new HashSet<>();
    private final List<ExtractedStatement> kept = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private int reached;

    private ClaimCheck(String text) {
        this.text = text;
        this.printed = new PrintedText(text);
        this.quotations = Quotations.of(text);
    }

    /** Checks claims, given in the order of the text. */
    static Checked of(List<Claim> claims, String text) {
        ClaimCheck check = new ClaimCheck(text);
        claims.forEach(check::take);
        return new Checked(claims.size(), List.copyOf(check.kept), List.copyOf(check.dropped));
    }

    private void take(Claim claim) {
        List<Span> content = new ArrayList<>();
        int near = reached;
        for (String part : claim.content()) {
            Span span = printed.find(part, near);
            if (span == null) {
                drop(claim, "the content is not in the text: " + shown(part));
                return;
            }
            content.add(span);
            near = span.end();
        }
        content.sort(null);
        if (content.isEmpty() || overlap(content)) {
            drop(claim, content.isEmpty() ? "it has no content" : "parts of its content overlap");
            return;
        }
        Span mention = beside(claim.speakerMention(), content);
        if (claim.speakerMention() != null && mention == null) {
            drop(claim, "the speaker's mention is not in the text beside it: " + shown(claim.speakerMention()));
            return;
        }
        if (claim.speaker() != null && printed.find(claim.speaker(), near) == null) {
            drop(claim, "the speaker's name is not in the text: " + shown(claim.speaker()));
            return;
        }
        if (!seen.add(List.copyOf(content))) {
            drop(claim, "it was claimed twice");
            return;
        }
        reached = near;
        kept.add(statement(claim, content, mention, speaker(claim)));
    }

    private ExtractedStatement statement(Claim claim, List<Span> content, Span mention, List<Speaker> speakers) {
        Span cue = beside(claim.cue(), content);
        return new ExtractedStatement(
                content,
                StatementForm.of(text, content, quotations),
                claim.act() == null ? SpeechAct.ASSERT : claim.act(),
                claim.negated(),
                cue,
                cue == null ? null : cue.of(text).toLowerCase(Locale.ROOT),
                mention,
                speakers,
                detail(claim.addressee(), content),
                detail(claim.place(), content),
                null,
                null,
                detail(claim.via(), content),
                StatedOn.UNKNOWN,
                List.of(),
                "claimed",
                CONFIDENCE);
    }

    private static List<Speaker> speaker(Claim claim) {
        if (claim.speaker() == null) {
            return List.of();
        }
        String name = claim.speaker().strip().replaceAll("\\s+", " ");
        Speaker.Kind kind = claim.speakerKind() == null ? Speaker.Kind.GROUP : claim.speakerKind();
        return List.of(new Speaker(name, kind, List.of(name), null, null));
    }

    private Detail detail(String words, List<Span> content) {
        Span span = beside(words, content);
        return span == null ? null : new Detail(span.of(text).replaceAll("\\s+", " "), span, Basis.EXPLICIT);
    }

    private Span beside(String words, List<Span> content) {
        Span first = content.get(0);
        Span last = content.get(content.size() - 1);
        Span span = words == null ? null : printed.find(words, first.start());
        return span != null && span.end() > first.start() - BESIDE && span.start() < last.end() + BESIDE ? span : null;
    }

    private static boolean overlap(List<Span> content) {
        for (int i = 1; i < content.size(); i++) {
            if (content.get(i).start() < content.get(i - 1).end()) {
                return true;
            }
        }
        return false;
    }

    private void drop(Claim claim, String why) {
        dropped.add(new Dropped(shown(String.join(" ... ", claim.content())), why));
    }

    private static String shown(String words) {
        return words.length() <= LONGEST_SHOWN ? words : words.substring(0, LONGEST_SHOWN) + "...";
    }
}
