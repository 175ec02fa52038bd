package org.parley.sources.article;

/**
 * An article as somebody hands it in; all but the text may be null.
 *
 * @param id what the outlet calls it
 * @param outlet the outlet's name
 * @param url where it stands
 * @param headline as printed
 * @param byline as printed
 * @param published when the outlet published it: a date, or a time with its offset
 * @param retrieved when it was fetched, likewise
 * @param language BCP 47 tag
 * @param text the article's text
 * @param html the page it stands on, where the text is to be found in it; neither: the page at {@code url} is fetched
 */
public record ArticleInput(
        String id,
        String outlet,
        String url,
        String headline,
        String byline,
        String published,
        String retrieved,
        String language,
        String text,
        String html) {

    /** The members an article can have, as they are called in JSON and in query parameters. */
    static final String MEMBERS = "id, outlet, url, headline, byline, published, retrieved, language, text, html";

    /** Plain text and what is known of it. */
    public static ArticleInput text(
            String id, String outlet, String url, String headline, String byline, String published, String text) {
        return new ArticleInput(id, outlet, url, headline, byline, published, null, null, text, null);
    }
}
