package org.parley.gateway.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.gateway.actor.ActorKind;

/**
 * Whether a statement fits a filter, for statements that come by in the change feed and may be gone from the record by
 * then. The record itself is asked by events-service; the two differ where it knows more than the statement tells:
 * {@code speakerName} is compared with names, not with aliases, and {@code text} with the words as written.
 */
public final class StatementMatch {

    private StatementMatch() {}

    /** Whether {@code statement} fits; all do when {@code filter}, which has service ids, is null. */
    public static boolean fits(Statement statement, StatementFilter filter) {
        return filter == null
                || whatFits(statement, filter)
                        && whenFits(statement, filter)
                        && (filter.and == null || filter.and.stream().allMatch(part -> fits(statement, part)))
                        && (filter.or == null || filter.or.stream().anyMatch(part -> fits(statement, part)))
                        && (filter.not == null || !fits(statement, filter.not));
    }

    private static boolean whatFits(Statement statement, StatementFilter filter) {
        Stream<String> proposals = Stream.concat(
                statement.stances().stream().map(Stance::proposalId),
                statement.about().stream().map(About::proposalId));
        Stream<String> versions = Stream.concat(
                statement.stances().stream().map(Stance::versionId),
                statement.about().stream().map(About::versionId));
        return any(filter.ids, Stream.of(statement.id()))
                && any(filter.speaker, statement.speakers().stream().map(speaker -> speaker.id()))
                && named(filter.speakerName, statement)
                && any(
                        filter.party,
                        statement.party() == null
                                ? Stream.of()
                                : Stream.of(statement.party().id()))
                && any(filter.outlet, Stream.ofNullable(statement.outletId()))
                && any(filter.article, Stream.of(statement.articleId()))
                && any(filter.proposal, proposals)
                && any(filter.proposalVersion, versions)
                && any(filter.utterance, Stream.ofNullable(statement.utteranceId()))
                && any(filter.form, Stream.of(statement.form()))
                && any(filter.act, Stream.of(statement.act()))
                && any(filter.stance, statement.stances().stream().map(Stance::value))
                && any(filter.review, Stream.of(statement.review()))
                && (filter.negated == null || filter.negated == statement.negated())
                && (filter.anonymous == null || filter.anonymous == isAnonymous(statement))
                // What is new was not reported again yet.
                && !Boolean.TRUE.equals(filter.corroborated)
                && (filter.minConfidence == null || statement.confidence() >= filter.minConfidence)
                && worded(filter.text, statement.content());
    }

    private static boolean isAnonymous(Statement statement) {
        return statement.speakers().stream().allMatch(speaker -> speaker.kind() == ActorKind.GROUP);
    }

    private static boolean whenFits(Statement statement, StatementFilter filter) {
        LocalDate first = statement.statedOn();
        LocalDate last = statement.statedOnLatest() == null ? first : statement.statedOnLatest();
        Instant published = statement.publishedAt();
        return (filter.statedFrom == null || last != null && !last.isBefore(filter.statedFrom))
                && (filter.statedTo == null || first != null && !first.isAfter(filter.statedTo))
                && (filter.publishedFrom == null || published != null && !published.isBefore(filter.publishedFrom))
                && (filter.publishedTo == null || published != null && published.isBefore(filter.publishedTo));
    }

    private static <T> boolean any(Collection<T> wanted, Stream<T> there) {
        return wanted == null || there.anyMatch(wanted::contains);
    }

    private static boolean named(String name, Statement statement) {
        return name == null
                || statement.speakers().stream()
                        .anyMatch(speaker -> speaker.name().equalsIgnoreCase(name.strip()));
    }

    private static boolean worded(String text, String content) {
        return text == null || words(content).containsAll(words(text));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
