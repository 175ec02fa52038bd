package org.parley.events.proposal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.events.actor.Names;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.ProposalMention.Kind;

/**
 * What the mentions of one article that mean the same version say of it together.
 *
 * @param head the noun most of them use
 * @param words of the longest one, without its article
 */
record MentionGroup(Integer pointCount, String sponsor, Kind kind, String head, String words) {

    private static final int LONGEST_TITLE = 80;

    static MentionGroup of(List<ProposalMention> mentions, String text) {
        String words = mentions.stream()
                .map(mention -> mention.span().of(text).replaceAll("\\s+", " "))
                .max(Comparator.comparing(String::length))
                .orElseThrow()
                .replaceFirst("^(?i)(?:an?|the|this|that|its|his|her|their) ", "");
        Kind kind = most(mentions.stream().map(ProposalMention::kind).filter(each -> each != Kind.OTHER));
        return new MentionGroup(
                first(mentions, ProposalMention::pointCount),
                first(mentions, ProposalMention::sponsor),
                kind == null ? Kind.OTHER : kind,
                most(mentions.stream().map(ProposalMention::head)),
                words.length() > LONGEST_TITLE ? words.substring(0, words.lastIndexOf(' ', LONGEST_TITLE)) : words);
    }

    /** Equal keys mean the same version. A group with neither count nor sponsor is known in its article only. */
    String key(UUID article) {
        String key = "%s|%s|%s".formatted(pointCount == null ? "" : pointCount, sponsorKey(), family());
        return pointCount == null && sponsor == null ? key + "@" + article + "|" + Names.normalised(words) : key;
    }

    /** The same without the sponsor, whom not every article names. */
    String keyWithoutSponsor() {
        return "%s||%s".formatted(pointCount, family());
    }

    String sponsorKey() {
        return sponsor == null ? "" : Names.normalised(sponsor);
    }

    /** A count tells texts apart better than what each writer calls them: a plan, a framework, an offer. */
    Kind family() {
        boolean calledAtWill = kind == Kind.FRAMEWORK || kind == Kind.OFFER || kind == Kind.OTHER;
        return pointCount != null && calledAtWill ? Kind.PLAN : kind;
    }

    String title() {
        String what = pointCount != null
                ? "%d-point %s".formatted(pointCount, head == null ? "plan" : head)
                : sponsor == null || head == null ? words : head;
        String title = sponsor == null ? what : what + " (" + sponsor + ")";
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    String label() {
        return pointCount == null ? title() : pointCount == 1 ? "1 point" : pointCount + " points";
    }

    private static <T> T first(List<ProposalMention> mentions, Function<ProposalMention, T> member) {
        return mentions.stream()
                .map(member)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The most frequent value, of several the first; null for none. */
    private static <T> T most(Stream<T> values) {
        Map<T, Integer> counts = new HashMap<>();
        List<T> all = values.filter(Objects::nonNull).toList();
        all.forEach(value -> counts.merge(value, 1, Integer::sum));
        return all.stream().distinct().max(Comparator.comparing(counts::get)).orElse(null);
    }
}
