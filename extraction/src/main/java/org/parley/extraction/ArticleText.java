package org.parley.extraction;

import java.time.LocalDate;

/**
 * What the engine reads of an article.
 *
 * @param text the text as kept, never null; all offsets count in it
 * @param headline the headline where it is not part of the text, or null
 * @param publishedOn the day of publication on the outlet's calendar, or null when unknown; "on Thursday" is counted from it
 * @param language BCP 47 tag as declared by whoever brought the article, or null; the engine looks for itself
 */
public record ArticleText(String text, String headline, LocalDate publishedOn, String language) {

    public static ArticleText of(String text) {
        return new ArticleText(text, null, null, null);
    }
}
