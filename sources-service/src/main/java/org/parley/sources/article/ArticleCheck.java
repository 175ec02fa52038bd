package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.parley.extraction.text.Language;
import org.parley.extraction.text.Region;
import org.parley.extraction.text.Regions;
import org.parley.kit.problem.ProblemException;

/** Makes a draft of what was handed in, or says which member is wrong and what to change. */
final class ArticleCheck {

    /** The longest text, in bytes of UTF-8. */
    static final int MOST_TEXT_BYTES = 5 * 1024 * 1024;

    private static final int LONGEST_LINE = 2_000;

    private ArticleCheck() {}

    /**
     * @param file the name of the file it came in, or null
     * @param raw what arrived
     * @throws ProblemException naming the member that is wrong
     */
    static ArticleDraft draft(ArticleInput input, String file, ArticleDraft.Raw raw) {
        String text = input.text();
        if (text == null || text.isBlank()) {
            throw ProblemException.badInput("text", text == null ? "is missing" : "is empty: an article needs a text");
        }
        Characters.check("text", text);
        byte[] utf8 = text.getBytes(UTF_8);
        if (utf8.length > MOST_TEXT_BYTES) {
            throw Bytes.tooLarge("text", "5 MB");
        }
        String id = line("id", input.id(), 500);
        String outlet = line("outlet", input.outlet(), 300);
        String name = line("file", file, 500);
        String address = line("url", input.url(), 2_048);
        String url = address == null ? null : CanonicalUrl.of(address, "url");
        byte[] sha = Bytes.sha256(utf8);
        List<Region> regions = Regions.of(text);
        return new ArticleDraft(
                ArticleDraft.identity(url, outlet, id, name, sha),
                id,
                outlet,
                url,
                name,
                printed("headline", input.headline(), regions, Region.Kind.HEADLINE, text),
                printed("byline", input.byline(), regions, Region.Kind.BYLINE, text),
                first(regions, Region.Kind.DATELINE, text),
                Times.read("published", input.published()),
                Times.read("retrieved", input.retrieved()),
                language(input.language(), text),
                text,
                sha,
                regions,
                raw);
    }

    /** A short member, without the blanks around it; null if nothing is left. */
    static String line(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Characters.check(field, value);
        if (value.length() > most) {
            throw ProblemException.badInput(field, "has more than " + most + " characters");
        }
        return value.strip();
    }

    /** What was handed in; else what the text itself shows in that part. */
    private static String printed(String field, String given, List<Region> regions, Region.Kind kind, String text) {
        String line = line(field, given, LONGEST_LINE);
        return line != null ? line : first(regions, kind, text);
    }

    private static String first(List<Region> regions, Region.Kind kind, String text) {
        // A headline further down is a heading, a byline there an agency's note: only the top of the text counts.
        Optional<Region> region = regions.stream()
                .takeWhile(candidate ->
                        candidate.kind() == kind || !candidate.kind().isProse())
                .filter(candidate -> candidate.kind() == kind)
                .findFirst();
        return region.map(found -> text.substring(found.start(), found.end()).strip())
                .filter(found -> !found.isEmpty() && found.length() <= LONGEST_LINE)
                .orElse(null);
    }

    private static String language(String given, String text) {
        String tag = line("language", given, 35);
        return tag == null ? Language.of(text) : Times.languageTag(tag);
    }
}
