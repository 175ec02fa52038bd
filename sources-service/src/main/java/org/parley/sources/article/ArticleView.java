package org.parley.sources.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.sources.outlet.OutletView;

/**
 * An article as others see it: the facts of its current version.
 *
 * @param file the name of the file it came in, or null
 * @param url canonical
 * @param publishedAtBasis {@code EXPLICIT} if it was said, {@code UNKNOWN} if not
 * @param knownAt when it was first stored
 * @param language BCP 47 tag, {@code und} when undetermined
 * @param text of the current version; only where it was asked for
 * @param sha256 of the text in UTF-8, hexadecimal
 * @param version the number of the current version
 * @param state {@code ACTIVE}, {@code RETRACTED} or {@code DELETED_AT_SOURCE}
 * @param stateReason why it is in that state, in the words of who said so, or null
 * @param origin the agency it names as where its text is from, or null
 * @param flags what a reader should know, see {@link ArticleFlags}
 * @param versions in the order they were retrieved; only where they were asked for
 * @param duplicates other articles with the same text; null in events
 */
@JsonInclude(Include.NON_NULL)
public record ArticleView(
        UUID id,
        String file,
        String headline,
        String url,
        OutletView outlet,
        String byline,
        String dateline,
        Instant publishedAt,
        String publishedAtBasis,
        Instant retrievedAt,
        Instant knownAt,
        String language,
        String text,
        String sha256,
        int version,
        String state,
        String stateReason,
        String origin,
        List<String> flags,
        List<VersionView> versions,
        List<Duplicate> duplicates) {

    /** Another article that says the same; {@code similarity} is 1 for equal texts. */
    public record Duplicate(String kind, double similarity, UUID articleId) {}

    /** The same without the members that are not wanted; what says which article it is stays. */
    ArticleView only(Set<String> wanted) {
        return new ArticleView(
                id,
                wanted.contains("file") ? file : null,
                wanted.contains("headline") ? headline : null,
                wanted.contains("url") ? url : null,
                wanted.contains("outlet") ? outlet : null,
                wanted.contains("byline") ? byline : null,
                wanted.contains("dateline") ? dateline : null,
                wanted.contains("publishedAt") ? publishedAt : null,
                wanted.contains("publishedAtBasis") ? publishedAtBasis : null,
                wanted.contains("retrievedAt") ? retrievedAt : null,
                wanted.contains("knownAt") ? knownAt : null,
                wanted.contains("language") ? language : null,
                wanted.contains("text") ? text : null,
                wanted.contains("sha256") ? sha256 : null,
                version,
                wanted.contains("state") ? state : null,
                wanted.contains("stateReason") ? stateReason : null,
                wanted.contains("origin") ? origin : null,
                wanted.contains("flags") ? flags : null,
                wanted.contains("versions") ? versions : null,
                wanted.contains("duplicates") ? duplicates : null);
    }

    ArticleView with(String text, List<VersionView> versions) {
        return new ArticleView(
                id,
                file,
                headline,
                url,
                outlet,
                byline,
                dateline,
                publishedAt,
                publishedAtBasis,
                retrievedAt,
                knownAt,
                language,
                text,
                sha256,
                version,
                state,
                stateReason,
                origin,
                flags,
                versions,
                duplicates);
    }

    /** The same article in another state, for a reason. */
    ArticleView inState(String changed, String reason) {
        return changed(changed, reason, origin, flags);
    }

    /** The same article with another origin and other flags. */
    ArticleView marked(String from, List<String> changed) {
        return changed(state, stateReason, from, changed);
    }

    private ArticleView changed(String state, String stateReason, String origin, List<String> flags) {
        return new ArticleView(
                id,
                file,
                headline,
                url,
                outlet,
                byline,
                dateline,
                publishedAt,
                publishedAtBasis,
                retrievedAt,
                knownAt,
                language,
                text,
                sha256,
                version,
                state,
                stateReason,
                origin,
                flags,
                versions,
                duplicates);
    }
}
