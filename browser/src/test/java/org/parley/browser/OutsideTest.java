package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Somebody who tends what comes from outside and goes there: pages, feeds, endpoints. */
class OutsideTest extends BrowserTest {

    @Test
    void a_page_is_looked_at_by_its_address_and_added() {
        signIn();
        go("/admin/articles");
        page.getByLabel("From its address").check();
        page.getByLabel("Address of the page").fill(suite.outside().address() + "/lock.html");
        button("Look at it first").click();
        assertThat(page.locator(".preview mark").first()).containsText("the lock is open to all barges");
        assertThat(page.locator(".facts").first()).containsText("Lock opens");
        picture("add-by-address");
        button("Add the article").click();
        assertThat(page.getByText("Stored.")).isVisible();
        assertThat(link("Lock opens")).isVisible();
    }

    @Test
    void a_feed_is_found_from_a_home_page_tried_added_asked_and_listed() throws IOException {
        signIn();
        go("/admin/outlets");
        button("Add an outlet").click();
        page.getByLabel("Name").fill("The Harbour Paper");
        button("Save").click();
        assertThat(page.getByText("The Harbour Paper").first()).isVisible();

        go("/admin/feeds");
        page.getByText("Add a feed").first().click();
        page.getByLabel("Address of a page or a feed").fill(suite.outside().address() + "/");
        button("Find feeds").click();
        assertThat(page.getByText("Harbour news").first()).isVisible();
        page.locator(".rows")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it"))
                .first()
                .click();
        assertThat(page.locator(".evidence")).containsText("Crane falls silent");
        page.getByLabel("Outlet").selectOption("The Harbour Paper");
        page.locator(".evidence")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a feed"))
                .click();
        Locator feed = page.locator("li.feed", new Page.LocatorOptions().setHasText("/feed.xml"));
        assertThat(feed).isVisible();
        feed.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask now"))
                .click();
        assertThat(page.getByText("1 item found")).isVisible();
        // The pages of its items are fetched after the answer.
        for (int attempt = 0; attempt < 20 && !feed.innerText().contains("1 article stored"); attempt++) {
            page.waitForTimeout(500);
            page.reload();
            settled();
        }
        assertThat(feed).containsText("1 item seen, 1 article stored");
        feed.getByText("Last answers").click();
        assertThat(page.locator("feed-polls")).containsText("read");
        picture("feeds");

        go("/admin/feeds");
        page.getByText("Add a feed").first().click();
        Download list = page.waitForDownload(() -> button("Export all").click());
        assertThat(Files.readString(list.path())).contains(suite.outside().address() + "/feed.xml");
        String others = """
                <opml version="2.0"><body><outline text="Harbour news" xmlUrl="%s/feed.xml"/>
                <outline text="Nowhere" xmlUrl="ftp://nowhere.example/feed"/></body></opml>
                """.formatted(suite.outside().address());
        page.getByLabel("Import a list …")
                .setInputFiles(new FilePayload("feeds.opml", "text/x-opml", others.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("feed-adding")).containsText("known Harbour news");
        assertThat(page.locator("feed-adding")).containsText("broken Nowhere");
        go("/articles?text=Crane");
        assertThat(link("Crane falls silent")).isVisible();

        go("/admin/outlets");
        page.locator("tr", new Page.LocatorOptions().setHasText("The Harbour Paper"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(heading("The Harbour Paper: Articles")).isVisible();
        assertThat(link("Crane falls silent")).isVisible();
        picture("scorecard-rows");
    }

    @Test
    void an_endpoint_is_added_sent_a_test_and_sent_it_again() {
        signIn();
        go("/admin/webhooks");
        page.getByLabel("Where to send changes (https)").fill(suite.outside().address() + "/endpoint");
        page.getByLabel("Label").fill("press desk");
        page.getByLabel("Which changes").fill("org.parley.review.*");
        button("Add a webhook").click();
        assertThat(page.locator(".token")).containsText("whsec_");
        button("Send a test press desk").click();
        Locator endpoint = page.locator(".rows > li", new Page.LocatorOptions().setHasText("press desk"));
        endpoint.getByText("What was sent").click();
        Locator delivery = endpoint.locator("webhook-deliveries li").first();
        assertThat(delivery).containsText("delivered");
        picture("webhooks");
        delivery.getByRole(AriaRole.BUTTON).click();
        for (int attempt = 0; attempt < 40 && suite.outside().received().size() < 2; attempt++) {
            page.waitForTimeout(250);
        }
        assertThat(suite.outside().received()).hasSizeGreaterThanOrEqualTo(2);
    }
}
