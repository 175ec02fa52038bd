package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who corrects rows. */
class ReviewerTest extends BrowserTest {

    @Test
    void a_case_is_decided_and_undone_by_keyboard_with_the_evidence_before_one() {
        signIn();
        go("/review?kind=STATEMENT");
        Locator item = page.locator(".case");
        assertThat(item.locator(".receipt mark").first()).isVisible();
        picture("review-case");
        String evidence = item.locator(".receipt mark").first().innerText();
        item.focus();
        page.keyboard().press("a");
        assertThat(page.getByText("Kept as accepted.")).isVisible();
        Locator decided = page.locator(".rows li", new Page.LocatorOptions().setHasText("accepted"));
        assertThat(decided.first()).isVisible();
        decided.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .first()
                .click();
        assertThat(page.getByText("Undone; it is back in the queue.")).isVisible();
        assertThat(item.locator(".receipt mark").first()).hasText(evidence);
    }

    @Test
    void letters_typed_elsewhere_decide_nothing() {
        signIn();
        go("/review?kind=STATEMENT");
        assertThat(page.locator(".case")).isVisible();
        page.getByLabel("Search the record").pressSequentially("ar");
        assertThat(page.getByText("Kept as")).hasCount(0);
    }

    @Test
    void a_statement_is_given_its_right_speaker() {
        signIn();
        go("/review?kind=STATEMENT");
        Locator item = page.locator(".case");
        String content = item.locator(".statement .words").innerText();
        item.focus();
        page.keyboard().press("c");
        page.getByLabel("Speaker").pressSequentially("Samira Qadri");
        assertThat(page.locator("actor-choice datalist option").first()).hasAttribute("value", "Samira Qadri");
        page.waitForTimeout(400);
        page.locator(".correction")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Correct"))
                .click();
        assertThat(page.getByText("Kept as corrected.")).isVisible();
        go("/statements?speakerName=Qadri&text=" + URLEncoder.encode(content, StandardCharsets.UTF_8));
        assertThat(page.locator(".statement").first()).containsText("corrected");
    }

    @Test
    void two_actors_become_one_after_a_look_at_what_changes_and_are_parted_again() {
        signIn();
        String into = actor("Samira Qadri");
        String from = actor("Nabil al-Harouni");
        go("/review/merge?into=" + into + "&from=" + from);
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Afterwards");
        picture("merge");
        button("Merge “Nabil al-Harouni” into “Samira Qadri”").click();
        assertThat(page.getByText("is part of “Samira Qadri” now.")).isVisible();
        button("Part “Nabil al-Harouni” again").click();
        assertThat(page.getByText("stands alone again.")).isVisible();
    }

    private String actor(String name) {
        go("/actors?text=" + name.replace(" ", "+"));
        link(name).first().click();
        assertThat(page).hasURL(Pattern.compile("/actors/[^?]+$"));
        return page.url().replaceFirst(".*/", "");
    }
}
