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
    void what_was_decided_days_ago_is_found_at_its_rows_and_taken_back() {
        signIn();
        go("/conflicts");
        page.locator(".conflict a").first().click();
        link("What was decided about it").click();
        assertThat(page.getByText("Nothing was decided yet.")).isVisible();
        go("/review?kind=CONFLICT");
        Locator item = page.locator(".case");
        String conflict = item.locator(".sides li").first().innerText();
        item.focus();
        page.keyboard().press("r");
        assertThat(page.getByText("Kept as rejected.")).isVisible();
        go("/review/decisions");
        Locator decision = page.locator(".decision", new Page.LocatorOptions().setHasText(conflict));
        picture("decisions");
        decision.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.getByText("Undone; the row is as it was read.")).isVisible();
        assertThat(decision).containsText("undone");
        decision.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("h3.words").first()).hasText(conflict);
        link("What was decided about it").click();
        assertThat(decision).containsText("undone");
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
        assertThat(page.locator("row-choice datalist option").first()).hasAttribute("value", "Samira Qadri");
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

    @Test
    void the_words_of_a_statement_are_chosen_by_selecting_them_in_the_article() {
        suite.submit("""
                {"outlet": "Evening Relay", "headline": "Bridge opens", "published": "2027-04-02T10:00:00Z",
                 "text": "Bridge warden Ruta Falk said on Friday that the bridge would open at noon and close at dusk."}
                """);
        signIn();
        go("/statements?text=" + URLEncoder.encode("bridge would open", StandardCharsets.UTF_8));
        page.locator(".statement .words a").first().click();
        settled();
        button("Correct").click();
        Locator box = page.locator(".words-box");
        assertThat(box.locator("mark")).containsText("the bridge would open at noon");
        box.evaluate("""
                box => {
                  const node = [...box.querySelectorAll('mark')].flatMap(mark => [...mark.childNodes])
                      .find(node => node.data?.includes('the bridge would open at noon'));
                  const at = node.data.indexOf('the bridge would open at noon');
                  getSelection().setBaseAndExtent(node, at, node, at + 'the bridge would open at noon'.length);
                }""");
        button("Take the selected words").click();
        assertThat(box.locator("mark")).hasText("the bridge would open at noon");
        button("End earlier").click();
        assertThat(box.locator("mark")).hasText("the bridge would open at");
        button("End later").click();
        picture("words-chosen");
        button("Correct").click();
        assertThat(page.getByText("Kept as corrected.")).isVisible();
        assertThat(page.locator("h1.words")).hasText("the bridge would open at noon");
        assertThat(page.locator(".receipt mark").first()).hasText("the bridge would open at noon");
        page.reload();
        button("Undo").click();
        assertThat(page.locator("h1.words")).containsText("dusk");
    }

    @Test
    void two_proposals_become_one_after_a_look_at_what_changes_and_are_parted_again() {
        signIn();
        String into = proposal("Truce (Han Seo-rin)");
        String from = proposal("Own paper on drones (Northern Compact)");
        go("/review/merge-proposals?into=" + into + "&from=" + from);
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Han Seo-rin, Northern Compact");
        picture("merge-proposals");
        button("Merge “Own paper on drones (Northern Compact)” into “Truce (Han Seo-rin)”")
                .click();
        assertThat(page.getByText("is part of “Truce (Han Seo-rin)” now.")).isVisible();
        button("Part “Own paper on drones (Northern Compact)” again").click();
        assertThat(page.getByText("stands alone again.")).isVisible();
        go("/proposals");
        assertThat(link("Own paper on drones (Northern Compact)").first()).isVisible();
    }

    private String proposal(String title) {
        go("/proposals");
        link(title).first().click();
        settled();
        link("Merge with another, or part what was merged").click();
        assertThat(page).hasURL(Pattern.compile("into="));
        return page.url().replaceFirst(".*into=", "");
    }

    private String actor(String name) {
        go("/actors?text=" + name.replace(" ", "+"));
        link(name).first().click();
        assertThat(page).hasURL(Pattern.compile("/actors/[^?]+$"));
        return page.url().replaceFirst(".*/", "");
    }
}
