package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who follows one proposal: its drawings, and what happens to it meanwhile. */
class ProposalPageTest extends BrowserTest {

    @Test
    void a_mark_of_the_positions_is_reached_by_keyboard_and_opens_what_it_rests_on() {
        brenholt();
        Locator mark = mark("Velmara: opposes, 16 points");
        mark.focus();
        page.keyboard().press("Enter");
        assertThat(mark).hasAttribute("aria-expanded", "true");
        assertThat(page).hasURL(Pattern.compile("cell="));
        assertThat(page.locator(".evidence .statement .stance").first()).containsText("opposes");
        picture("positions-over-time");
        page.reload();
        assertThat(page.locator(".evidence .statement").first()).isVisible();
        mark.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".evidence")).hasCount(0);
    }

    @Test
    void stances_are_told_apart_by_shape_and_height_not_by_colour_alone() {
        brenholt();
        assertThat(mark("Velmara: opposes, 16 points").locator("rect")).hasCount(1);
        assertThat(mark("Lusande: supports").locator("circle")).hasCount(1);
        assertThat(middle(mark("Lusande: supports"))).isLessThan(middleOfLane("Lusande"));
        assertThat(middle(mark("Velmara: opposes, 16 points"))).isGreaterThan(middleOfLane("Velmara"));
    }

    @Test
    void what_answers_a_proposal_is_drawn_told_in_a_list_and_a_way_there() {
        brenholt();
        page.locator("lineage-graph").scrollIntoViewIfNeeded();
        page.getByText("As a list").click();
        assertThat(page.locator(".lineage"))
                .containsText("Kesrania’s conditions demands by Kesrania, responds to “Brenholt text (Lusande)”");
        assertThat(page.locator("lineage-graph path.answer")).hasCount(1);
        Locator answer = page.locator("lineage-graph a", new Page.LocatorOptions().setHasText("Kesrania’s conditions"));
        answer.first().focus();
        page.keyboard().press("Enter");
        settled();
        assertThat(heading("Kesrania’s conditions")).isVisible();
    }

    @Test
    void the_positions_of_an_actor_are_a_line_for_each_proposal() {
        go("/actors?text=Kesrania");
        link("Kesrania").first().click();
        settled();
        assertThat(page.locator("position-timeline a.mark").nth(2)).isVisible();
        mark("Truce (Han Seo-rin): opposes").click();
        assertThat(page.locator(".evidence .statement .stance").first()).containsText("opposes");
        picture("actor-positions");
    }

    @Test
    void a_position_that_is_read_meanwhile_appears_by_itself_also_after_a_break() {
        AtomicReference<WebSocketRoute> socket = new AtomicReference<>();
        page.routeWebSocket(Pattern.compile("/graphql$"), route -> {
            route.connectToServer();
            socket.set(route);
        });
        brenholt();
        assertThat(page.locator(".live[data-state=live]")).isVisible();
        suite.submit(position("2027-03-20", "fully supports"));
        assertThat(mark("Kesrania: supports, 12 points")).isVisible();

        socket.get().close();
        assertThat(page.locator(".live[data-state=broken]")).isVisible();
        suite.submit(position("2027-03-27", "rejects"));
        assertThat(page.locator(".live[data-state=live]")).isVisible();
        assertThat(mark("Kesrania: opposes, 12 points, since 26 Mar 2027")).isVisible();
    }

    @Test
    void a_proposal_that_is_read_meanwhile_appears_on_the_start_page() {
        go("/");
        assertThat(page.locator(".live[data-state=live]")).isVisible();
        suite.submit("""
                {"outlet": "Evening Relay", "headline": "Ferry plan", "published": "2027-04-03T10:00:00Z",
                 "text": "Transport minister Odile Maranca presented a nine-point plan for the Tessaly ferries on Friday."}
                """);
        assertThat(page.locator(".proposal-row", new Page.LocatorOptions().setHasText("Tessaly ferries")))
                .isVisible();
    }

    private void brenholt() {
        go("/proposals");
        link("Brenholt text (Lusande)").first().click();
        settled();
        assertThat(page.locator("position-timeline svg")).isVisible();
    }

    private Locator mark(String says) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(says))
                .first();
    }

    private double middle(Locator mark) {
        var box = mark.locator("circle, rect").boundingBox();
        return box.y + box.height / 2;
    }

    /** Names stand at the middle of their lanes. */
    private double middleOfLane(String name) {
        var box = page.locator("position-timeline text.side", new Page.LocatorOptions().setHasText(name))
                .first()
                .boundingBox();
        return box.y + box.height / 2;
    }

    private static String position(String day, String does) {
        return """
                {"outlet": "Evening Relay", "headline": "Qadri %s", "published": "%sT10:00:00Z",
                 "text": "Kesrania’s foreign minister, Samira Qadri, said on Friday that Kesrania %s the 12-point \
                Brenholt text presented by Lusande."}
                """.formatted(does, day, does);
    }
}
