package org.parley.events.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.parley.extraction.Basis;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ExtractedVersion;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

/** What an engine might find in a text; words are looked up in it, so the offsets are right. */
final class Found {

    private final String text;
    private final List<ExtractedStatement> statements = new ArrayList<>();
    private final List<ProposalMention> mentions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private List<About> about = List.of();

    private Found(String text) {
        this.text = text;
    }

    static Found in(String text) {
        return new Found(text);
    }

    /** A mention of a proposal; those of one group mean the same. */
    Found mentions(String words, Integer points, String sponsor, ProposalMention.Kind kind, int group) {
        String head = words.substring(words.lastIndexOf(' ') + 1);
        mentions.add(new ProposalMention(span(words), head, kind, points, sponsor, group, group, "test", 0.9));
        return this;
    }

    /** Persons, places and bodies the article names: articles that share three are on one negotiation. */
    Found names(String... some) {
        names.addAll(List.of(some));
        return this;
    }

    /** What the next statement is about: a mention by its number. */
    Found about(int mention, StanceValue stance) {
        about = List.of(new About(mention, stance));
        return this;
    }

    Found person(String name, String role, String words) {
        return says(
                new Speaker(name, Speaker.Kind.PERSON, List.of(name), role, role == null ? null : span(role)), words);
    }

    Found says(Speaker speaker, String words) {
        statements.add(new ExtractedStatement(
                List.of(span(words)),
                StatementForm.INDIRECT,
                SpeechAct.ASSERT,
                false,
                null,
                null,
                null,
                List.of(speaker),
                null,
                null,
                null,
                null,
                null,
                new StatedOn(null, null, null, Basis.UNKNOWN, null),
                about,
                "test",
                0.8));
        about = List.of();
        return this;
    }

    Extraction extraction() {
        return new Extraction("en", true, statements, List.<ExtractedAssertion>of(), mentions, proposals(), names);
    }

    /** Each group of mentions is a proposal with one version. */
    private List<ExtractedProposal> proposals() {
        List<ExtractedProposal> proposals = new ArrayList<>();
        int groups = mentions.stream().mapToInt(ProposalMention::group).max().orElse(-1) + 1;
        for (int i = 0; i < groups; i++) {
            int group = i;
            List<ProposalMention> its = mentions.stream()
                    .filter(mention -> mention.group() == group)
                    .toList();
            ProposalMention first = its.get(0);
            ExtractedVersion version = new ExtractedVersion(
                    group,
                    null,
                    0,
                    first.pointCount(),
                    first.pointCount() == null ? null : first.span(),
                    null,
                    null,
                    -1,
                    null,
                    List.of());
            List<String> sponsors = its.stream()
                    .map(ProposalMention::sponsor)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            proposals.add(new ExtractedProposal(
                    first.kind(), "plan", sponsors, List.of(), List.of(), -1, null, null, null, List.of(version)));
        }
        return proposals;
    }

    private Span span(String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}
