package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who wants to understand a negotiation, and to see where it says so. */
class VisitorTest extends BrowserTest {

    @Test
    void from_the_start_page_one_reaches_the_very_words_that_a_position_rests_on() {
        go("/");
        link("Brenholt text (Lusande)").first().click();
        settled();
        assertThat(heading("Brenholt text (Lusande)")).isVisible();
        assertThat(page.locator("table.points tbody tr").first()).isVisible();
        assertThat(page.getByText("at the insistence of").first()).isVisible();

        page.locator("a.cell").first().click();
        Locator evidence = page.locator(".evidence .statement").first();
        assertThat(evidence).isVisible();
        assertThat(page).hasURL(Pattern.compile("cell="));
        evidence.locator(".printed a").first().click();
        settled();
        assertThat(page.locator("mark.chosen").first()).isInViewport();
        assertThat(page.locator(".reader aside .statement")).isVisible();
    }

    @Test
    void a_ministry_stands_under_its_state_and_not_beside_it() {
        go("/");
        Locator sides = page.locator(".proposal-row .sides-taken").first();
        assertThat(sides.getByText("Kesrania", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(1);
        assertThat(sides).not().containsText("ministry");

        link("Brenholt text (Lusande)").first().click();
        settled();
        assertThat(page.locator("table.matrix tr.member").filter(new Locator.FilterOptions().setHasText("ministry")))
                .hasCount(1);
    }

    @Test
    void what_is_open_stands_in_the_address_and_survives_a_reload_and_going_back() {
        go("/proposals");
        page.locator(".proposal-row h3 a").first().click();
        settled();
        page.locator("a.cell").first().click();
        assertThat(page.locator(".evidence .statement").first()).isVisible();
        page.reload();
        assertThat(page.locator(".evidence .statement").first()).isVisible();
        page.goBack();
        assertThat(page.locator(".evidence")).hasCount(0);
        page.goBack();
        assertThat(heading("Proposals")).isVisible();
    }

    @Test
    void statements_are_narrowed_down_by_filters_in_the_address() {
        go("/statements");
        page.getByLabel("Stance").selectOption("OPPOSE");
        assertThat(page).hasURL(Pattern.compile("stance=OPPOSE"));
        assertThat(page.locator(".statement .stance[data-stance=OPPOSE]").first())
                .isVisible();
        page.getByLabel("Words").fill("no article says this");
        page.getByLabel("Words").press("Enter");
        assertThat(page.getByText("Nothing fits.")).isVisible();
        link("Clear the filters").last().click();
        assertThat(page.locator(".statement").first()).isVisible();
    }

    @Test
    void a_search_finds_articles_statements_and_actors() {
        go("/");
        page.getByLabel("Search the record").fill("Qadri");
        page.keyboard().press("Enter");
        settled();
        assertThat(page.locator(".hit").first()).containsText("Qadri");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("actor"))
                .check();
        assertThat(page).hasURL(Pattern.compile("kind=ACTOR"));
        page.locator(".hit h2 a").first().click();
        settled();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Qadri");
    }

    @Test
    void receipts_in_an_article_are_reached_and_opened_by_keyboard() {
        go("/articles?text=conditions");
        page.locator(".line h3 a").first().click();
        settled();
        Locator mark = page.locator(".text mark[role=button]").nth(1);
        mark.focus();
        page.keyboard().press("Enter");
        assertThat(mark).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".reader aside .statement")).isVisible();
        assertThat(page).hasURL(Pattern.compile("s="));
    }

    @Test
    void reading_as_known_on_a_day_shows_what_was_known_and_says_so() {
        go("/proposals?known=2020-01-01");
        assertThat(page.locator(".past")).containsText("1 Jan 2020");
        assertThat(page.getByText("No proposal is in the record yet.")).isVisible();
        link("Back to now").click();
        assertThat(page.locator(".proposal-row").first()).isVisible();
    }

    @Test
    void what_arrives_appears_by_itself() {
        go("/");
        assertThat(page.locator(".live[data-state=live]")).isVisible();
        suite.submit("""
                {"outlet": "Evening Relay", "headline": "Port reopens", "published": "2027-04-02T10:00:00Z",
                 "text": "Harbour master Ilse Brandvold said on Friday that the port of Amaury would open at dawn."}
                """);
        assertThat(page.locator(".statement.fresh").first()).containsText("the port of Amaury would open at dawn");
    }

    @Test
    void a_broken_connection_is_said_and_mended() {
        AtomicReference<WebSocketRoute> socket = new AtomicReference<>();
        page.routeWebSocket(Pattern.compile("/graphql$"), route -> {
            route.connectToServer();
            socket.set(route);
        });
        go("/");
        assertThat(page.locator(".live[data-state=live]")).isVisible();
        socket.get().close();
        assertThat(page.locator(".live[data-state=broken]")).containsText("Connection lost");
        picture("connection-lost");
        assertThat(page.locator(".live[data-state=live]")).isVisible();
    }

    @Test
    void an_answer_that_takes_long_is_said_to_and_then_shown() {
        AtomicReference<Route> held = new AtomicReference<>();
        page.route("**/graphql", route -> {
            if (!held.compareAndSet(null, route)) {
                route.resume();
            }
        });
        page.navigate("/");
        assertThat(page.getByText("Still loading …")).isVisible();
        held.get().resume();
        settled();
        assertThat(page.locator(".proposal-row").first()).isVisible();
        assertThat(page.getByText("Still loading …")).hasCount(0);
    }

    @Test
    void an_address_without_a_row_says_what_to_do_next() {
        page.navigate("/proposals/there-is-none");
        assertThat(heading("There is nothing at this address.")).isVisible();
        assertThat(page.getByText("begin at the start page")).isVisible();
    }

    @Test
    void light_or_dark_is_kept() {
        go("/");
        page.getByLabel("Light or dark").selectOption("dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
