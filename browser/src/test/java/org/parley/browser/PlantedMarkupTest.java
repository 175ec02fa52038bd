package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles come from anywhere: what looks like markup in them is text, on every page. */
class PlantedMarkupTest extends BrowserTest {

    private static final String PLANTED = "<img src=x onerror=window.hit=1>";

    @BeforeAll
    static void plant() {
        suite.submit("""
                {"outlet": "Daily <b>Bold</b> %1$s", "headline": "Talks %1$s <script>window.hit=1</script>",
                 "byline": "By %1$s", "url": "https://planted.example.org/?q=%%22%%3E%%3Cscript%%3E", "published": "2027-05-01T08:00:00Z",
                 "text": "Spokesman Viktor <i>Ostrander</i> said on Friday that \\"the %1$s offer stands\\".\\n\\nMinister Petra Lindgren said the <script>window.hit=1</script> plan was dead."}
                """.formatted(PLANTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/statements",
                "/actors",
                "/articles",
                "/search?q=offer",
                "/statements?text=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E"
            })
    void planted_markup_stays_text_in_lists(String address) {
        go(address);
        page.waitForTimeout(500);
        nothingRan();
    }

    @Test
    void planted_markup_stays_text_in_the_article_and_in_what_was_read_of_it() {
        go("/articles");
        Locator article = page.locator(".line h3 a", new Page.LocatorOptions().setHasText(PLANTED))
                .first();
        article.click();
        settled();
        assertThat(page.locator(".text")).containsText(PLANTED);
        assertThat(page.locator("h1")).containsText("<script>window.hit=1</script>");
        nothingRan();
        picture("planted-markup");
    }

    private void nothingRan() {
        assertThat(page.evaluate("window.hit")).isNull();
        assertThat(page.locator("main img, main script, main b").count())
                .as("elements made of an article's text")
                .isEqualTo(page.locator("main .fate b").count());
    }
}
