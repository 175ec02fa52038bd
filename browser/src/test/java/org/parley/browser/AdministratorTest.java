package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who tends sources. */
class AdministratorTest extends BrowserTest {

    @Override
    protected boolean isExpected(String complaint) {
        // Chromium logs every answer of 400 and more; these tests bring some about.
        return complaint.startsWith("Failed to load resource");
    }

    @Test
    void a_key_signs_in_and_a_bad_one_is_refused() {
        go("/admin/outlets");
        assertThat(page.getByText("This needs a key with the scope “admin”.")).isVisible();
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Access key").fill("parley_wrong");
        button("Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This key is not good");
        page.getByLabel("Access key").fill(suite.adminKey());
        button("Sign in").click();
        assertThat(heading("Outlets")).isVisible();
        button("Sign out").click();
        assertThat(page.getByText("This needs a key with the scope “admin”.")).isVisible();
    }

    @Test
    void an_article_is_pasted_looked_at_before_and_read_seconds_later() {
        signIn();
        go("/admin/articles");
        page.getByLabel("Headline").fill("Ferry line resumes");
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
                .fill("Transport minister Odile Maranca said on Monday that \"the ferry will sail every morning\".");
        page.getByLabel("Outlet").fill("Evening Relay");
        assertThat(page.locator(".preview mark").first()).containsText("the ferry will sail every morning");
        picture("add-an-article");
        button("Add the article").click();
        assertThat(page.getByText("Stored.")).isVisible();
        link("Ferry line resumes").click();
        settled();
        assertThat(async(".text mark")).containsText("the ferry will sail every morning");
    }

    @Test
    void what_would_be_read_in_a_page_is_seen_before_it_is_added() {
        signIn();
        go("/admin/articles");
        page.getByLabel("From a file").check();
        String paragraph = "<p>Customs chief Imre Sallow said on Monday that \"no barge will pass the lock unseen\". "
                + "The lock has been closed since the spring floods, and the barges wait below the weir.</p>";
        String html = "<html><head><title>Lock stays shut</title></head><body><nav>Home News Sport</nav><article>"
                + paragraph.repeat(3) + "</article></body></html>";
        page.getByLabel("A text or a saved page")
                .setInputFiles(new FilePayload("lock.html", "text/html", html.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".preview mark").first()).containsText("no barge will pass the lock unseen");
        assertThat(page.locator(".facts").first()).containsText("Lock stays shut");
        picture("add-a-page");

        page.getByLabel("From its address").check();
        page.getByLabel("Address of the page").fill("http://127.0.0.1:9/story.html");
        button("Look at it first").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not open to requests");
        go("/articles?text=Lock+stays");
        assertThat(page.getByText("Nothing fits.")).isVisible();
    }

    /** What appears in an article once it is read; the page is asked again until then. */
    private Locator async(String selector) {
        for (int attempt = 0; attempt < 20 && page.locator(selector).count() == 0; attempt++) {
            page.waitForTimeout(500);
            page.reload();
            settled();
        }
        return page.locator(selector).first();
    }

    @Test
    void an_outlet_is_added_changed_and_retired() {
        signIn();
        go("/admin/outlets");
        button("Add an outlet").click();
        page.getByLabel("Name").fill("Quay Gazette");
        page.getByLabel("Country (two letters)").fill("SE");
        button("Save").click();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Quay Gazette"));
        assertThat(row).containsText("SE");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Retire Quay Gazette"))
                .click();
        assertThat(row).containsText("retired");
    }

    @Test
    void a_feed_that_may_not_be_reached_says_why() {
        signIn();
        go("/admin/feeds");
        page.getByText("Add a feed").first().click();
        page.getByLabel("Address of a page or a feed").fill("http://127.0.0.1:9/feed.xml");
        button("Try it").click();
        assertThat(page.locator(".evidence")).containsText("not allowed");
    }

    @Test
    void an_import_is_followed_to_its_end_and_says_which_lines_were_refused() {
        signIn();
        go("/admin/imports");
        String lines = """
                {"headline": "One", "text": "The envoy said that talks would go on.", "outlet": "Evening Relay"}
                {"headline": "Two"
                """;
        page.getByLabel("JSON Lines, CSV, or a ZIP of texts and pages")
                .setInputFiles(
                        new FilePayload("two.jsonl", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
        button("Import").click();
        Locator job = page.locator(".rows > li", new Page.LocatorOptions().setHasText("two.jsonl"))
                .first();
        assertThat(job).containsText("done");
        assertThat(job).containsText("1 stored");
        job.getByText("1 refused").click();
        assertThat(job).containsText("Line 2");
    }

    @Test
    void a_key_is_shown_once_and_revoked() {
        signIn();
        go("/admin/keys");
        page.getByLabel("Who it is for").fill("press desk");
        button("Make a key").click();
        assertThat(page.locator(".token")).hasText(Pattern.compile("parley_.{43}"));
        page.reload();
        assertThat(page.locator(".token")).hasCount(0);
        page.onDialog(dialog -> dialog.accept());
        button("Revoke press desk").click();
        assertThat(page.locator(".rows li", new Page.LocatorOptions().setHasText("press desk"))
                        .first())
                .containsText("revoked");
    }

    @Test
    void the_limit_of_a_key_is_seen_and_changed_and_its_token_replaced() {
        signIn();
        go("/admin/keys");
        page.getByLabel("Who it is for").fill("slow reader");
        page.getByLabel("Most cost in a minute (empty: as for all)").first().fill("500");
        button("Make a key").click();
        String first = page.locator(".token").innerText();
        Locator row = page.locator(".rows li", new Page.LocatorOptions().setHasText("slow reader"))
                .first();
        assertThat(row).containsText("May ask for 500 a minute.");
        row.getByText("Change the limit").click();
        row.getByLabel("Most cost in a minute (empty: as for all)").fill("900");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(row).containsText("May ask for 900 a minute.");

        row.getByText("Replace the token").click();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make a new token"))
                .click();
        assertThat(row).containsText("the token before it stays good until");
        assertThat(page.locator(".token")).not().hasText(first);
        picture("keys");
    }

    @Test
    void an_article_is_retracted_from_its_page_with_a_reason() {
        suite.submit("""
                {"outlet": "Evening Relay", "headline": "Lighthouse sold", "published": "2027-04-02T10:00:00Z",
                 "text": "Keeper Ansel Thorne said on Friday that the lighthouse had been sold."}
                """);
        go("/articles?text=Lighthouse");
        link("Lighthouse sold").click();
        settled();
        assertThat(page.getByText("Retract this article")).hasCount(0);
        String address = page.url();
        signIn();
        page.navigate(address);
        page.getByText("Retract this article").click();
        page.getByLabel("Reason").fill("It never happened.");
        button("Retract").click();
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("It never happened.");
        assertThat(page.getByText("Retract this article")).hasCount(0);
    }

    @Test
    void the_audit_says_who_changed_what() {
        signIn();
        go("/admin/outlets");
        button("Add an outlet").click();
        page.getByLabel("Name").fill("Audited Post");
        button("Save").click();
        assertThat(page.getByText("Audited Post")).isVisible();
        go("/admin/audit");
        Locator row = page.locator(".rows li").first();
        row.locator("summary").click();
        assertThat(row).containsText("Audited Post");
    }
}
