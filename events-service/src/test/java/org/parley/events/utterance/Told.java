package org.parley.events.utterance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;

/** Reports for tests: of one speaker, each in an article of its own, unless said otherwise. */
final class Told {

    private static final String SPEAKER = "a:somebody";

    private Told() {}

    static Report by(String outlet, String content) {
        return on(outlet, content, null);
    }

    static Report on(String outlet, String content, String day) {
        return of(UUID.randomUUID(), outlet, content, day, false, null, null, true, SPEAKER);
    }

    /** With a day that another sentence told. */
    static Report onInherited(String outlet, String content, String day) {
        return of(UUID.randomUUID(), outlet, content, day, true, null, null, true, SPEAKER);
    }

    static Report in(UUID article, String content) {
        return of(article, "The Test Gazette", content, null, false, null, null, true, SPEAKER);
    }

    static Report relayed(String outlet, String content, String via) {
        return of(UUID.randomUUID(), outlet, content, null, false, via, null, false, SPEAKER);
    }

    static Report credited(String outlet, String content, String agency, boolean own) {
        return of(UUID.randomUUID(), outlet, content, null, false, null, agency, own, SPEAKER);
    }

    static Report bySomebodyElse(String outlet, String content) {
        return of(UUID.randomUUID(), outlet, content, null, false, null, null, true, "a:somebody else");
    }

    /** Of somebody who can be found by these keys. */
    static Report keyed(String outlet, String content, String... keys) {
        return with(by(outlet, content), Set.of(keys), "");
    }

    /** With the words in front of it. */
    static Report behind(String outlet, String before, String content) {
        Report report = by(outlet, content);
        return with(report, report.keys(), before);
    }

    private static Report of(
            UUID article,
            String outlet,
            String content,
            String day,
            boolean inherited,
            String via,
            String agency,
            boolean own,
            String key) {
        LocalDate said = day == null ? null : LocalDate.parse(day);
        return new Report(
                UUID.randomUUID(),
                UUID.randomUUID(),
                article,
                new Report.Article(
                        UUID.nameUUIDFromBytes(outlet.getBytes(UTF_8)),
                        outlet,
                        "https://example.org/" + outlet,
                        Instant.parse("2027-03-05T10:00:00Z"),
                        agency,
                        own,
                        Sketch.of((outlet + " ").repeat(9))),
                Set.of(key),
                List.of(),
                content,
                "",
                Wording.of(content, StatementForm.MIXED),
                StatementForm.MIXED,
                SpeechAct.ASSERT,
                false,
                said,
                said,
                inherited,
                false,
                null,
                null,
                Instant.parse("2027-03-05T10:00:00Z"),
                Set.of(),
                via);
    }

    private static Report with(Report report, Set<String> keys, String before) {
        return new Report(
                report.statement(),
                report.reading(),
                report.article(),
                report.source(),
                keys,
                report.speakers(),
                report.content(),
                before,
                report.wording(),
                report.form(),
                report.act(),
                report.negated(),
                report.from(),
                report.latest(),
                report.dayInherited(),
                report.nested(),
                report.place(),
                report.occasion(),
                report.sortAt(),
                report.proposals(),
                report.relayedBy());
    }
}
