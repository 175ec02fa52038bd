package org.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page, wide and narrow, light and dark: it fits, and assistive technology can make sense of it. */
class PagesTest extends BrowserTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Half of what counts as good for cumulative layout shift. */
    private static final double MOST_SHIFTED = 0.05;

    private static final List<String> OPEN = List.of(
            "/",
            "/proposals",
            "/statements",
            "/actors",
            "/articles",
            "/conflicts",
            "/search?q=ceasefire",
            "/status",
            "/sign-in");

    private static final List<String> CLOSED = List.of(
            "/admin/articles",
            "/admin/feeds",
            "/admin/outlets",
            "/admin/imports",
            "/admin/keys",
            "/admin/webhooks",
            "/admin/audit",
            "/review",
            "/review/decisions",
            "/review/merge",
            "/review/merge-proposals");

    @Test
    void pages_that_everybody_sees_are_accessible_and_fit() {
        List<String> addresses = new ArrayList<>(OPEN);
        addresses.add(firstLink("/proposals", ".proposal-row h3 a"));
        addresses.add(firstLink("/statements", ".statement .words a"));
        addresses.add(firstLink("/statements", ".statement .printed a[href*='/utterances/']"));
        addresses.add(firstLink("/actors?kind=PERSON", ".line h3 a"));
        addresses.add(firstLink("/conflicts", ".conflict header a"));
        String article = firstLink("/articles?text=ceiling", ".line h3 a");
        addresses.add(article);
        addresses.add(article + "?version=2&changes=1");
        assertThat(looked(addresses, false)).isEmpty();
    }

    @Test
    void pages_of_administrators_and_reviewers_are_accessible_and_fit() {
        assertThat(looked(CLOSED, true)).isEmpty();
    }

    @Test
    void nothing_jumps_while_a_page_fills() {
        List<String> addresses = new ArrayList<>(OPEN);
        addresses.add(firstLink("/proposals", ".proposal-row h3 a"));
        addresses.add(firstLink("/actors?kind=PERSON", ".line h3 a"));
        addresses.add(firstLink("/articles?text=ceiling", ".line h3 a"));
        page.addInitScript("""
                window.shifted = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifted += entry.value; }))
                    .observe({ type: 'layout-shift', buffered: true });
                """);
        List<String> jumpy = new ArrayList<>();
        for (String address : addresses) {
            go(address);
            page.waitForTimeout(300);
            double shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
            if (shifted > MOST_SHIFTED) {
                jumpy.add(address + " " + shifted);
            }
        }
        assertThat(jumpy).isEmpty();
    }

    /** What is wrong, in words; every page is looked at in each of the modes. */
    private List<String> looked(List<String> addresses, boolean signedIn) {
        List<String> wrong = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            open(mode.width, 900, mode.scheme);
            if (signedIn) {
                signIn();
            }
            for (String address : addresses) {
                go(address);
                picture(mode.name().toLowerCase(Locale.ROOT) + "-" + address.replaceAll("[^a-z]+", "-"));
                wrong.addAll(findings(mode + " " + address));
            }
        }
        return wrong;
    }

    private List<String> findings(String where) {
        List<String> found = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                found.add(where + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary());
            }
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) over).intValue() > 0) {
            found.add(where + " is " + over + " pixels too wide");
        }
        return found;
    }

    private String firstLink(String list, String selector) {
        go(list);
        return page.locator(selector).first().getAttribute("href");
    }

    /** How people look at it. */
    private enum Mode {
        WIDE(1280, ColorScheme.LIGHT),
        DARK(1280, ColorScheme.DARK),
        NARROW(360, ColorScheme.LIGHT);

        private final int width;
        private final ColorScheme scheme;

        Mode(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }
    }

    /** A measure: it holds on a machine that has nothing else to do. */
    @Tag("load")
    @Test
    void the_first_page_shows_statements_within_a_second_and_a_half() {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            page.navigate("/");
            page.waitForSelector(".statement");
            best = Math.min(best, ((Number) page.evaluate("performance.now()")).doubleValue());
        }
        assertThat(best).as("milliseconds to the first statement").isLessThan(1_500);
    }

    @Test
    void the_script_of_the_first_page_is_under_150_kilobytes_compressed() {
        List<Integer> sizes = new ArrayList<>();
        page.onRequestFinished(request -> {
            if (request.url().endsWith(".js")) {
                sizes.add(request.sizes().responseBodySize);
            }
        });
        go("/");
        assertThat(sizes).isNotEmpty();
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isBetween(1, 150_000);
    }
}
