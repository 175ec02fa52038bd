package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What must hold of every span the engine hands out. */
final class SpanChecks {

    private SpanChecks() {}

    static void allSpansAreInText(Extraction found, String text) {
        for (Span span : spans(found)) {
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            assertThat(span.of(text)).isNotBlank();
        }
        for (ExtractedStatement statement : found.statements()) {
            assertThat(statement.content()).isSorted();
            assertThat(statement.confidence()).isBetween(0.0, 1.0);
            assertThat(statement.statedOn()).isNotNull();
            statement
                    .about()
                    .forEach(a -> assertThat(a.mention())
                            .isBetween(0, found.mentions().size() - 1));
            for (Detail detail : details(statement)) {
                assertThat(detail.value()).isEqualTo(detail.span().of(text).replaceAll("\\s+", " "));
            }
            statement.speakers().forEach(s -> {
                assertThat(s.name()).isNotBlank();
                assertThat(s.aliases()).contains(s.name());
                assertThat(s.role() == null).isEqualTo(s.roleSpan() == null);
            });
        }
    }

    static List<Span> spans(Extraction found) {
        List<Span> spans = new ArrayList<>();
        for (ExtractedStatement statement : found.statements()) {
            spans.addAll(statement.content());
            add(spans, statement.cue());
            add(spans, statement.speakerMention());
            add(spans, statement.statedOn().span());
            details(statement).forEach(d -> spans.add(d.span()));
            statement.speakers().forEach(s -> add(spans, s.roleSpan()));
        }
        found.mentions().forEach(m -> spans.add(m.span()));
        found.assertions().forEach(a -> spans.addAll(a.receipts()));
        return spans;
    }

    private static List<Detail> details(ExtractedStatement statement) {
        List<Detail> details = new ArrayList<>();
        add(details, statement.addressee());
        add(details, statement.place());
        add(details, statement.occasion());
        add(details, statement.via());
        add(details, statement.channel() == null ? null : statement.channel().detail());
        return details;
    }

    private static <T> void add(List<T> all, T one) {
        if (one != null) {
            all.add(one);
        }
    }
}
