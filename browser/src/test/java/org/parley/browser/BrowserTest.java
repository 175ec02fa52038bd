package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser on the running suite. Whatever the browser complains of fails the test. */
abstract class BrowserTest {

    private static final List<Path> BROWSERS = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private static final double PATIENCE_MILLIS = 20_000;

    private static Playwright playwright;
    private static Browser browser;

    protected static Suite suite;
    protected Page page;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void open() {
        suite = Suite.running();
        Path chromium = BROWSERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium is installed: apt-get install chromium"));
        // The first questions to a suite that has just started take longer than those after.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void wide() {
        open(1280, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothing_was_complained_of() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** A fresh browser window: no cookies, nothing cached. */
    protected void open(int width, int height, ColorScheme scheme) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setBaseURL(suite.address().toString()));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text());
            }
        });
    }

    /** What a test brings about on purpose. */
    protected boolean isExpected(String complaint) {
        return false;
    }

    /** Opens an address of the console and waits until it is all there. */
    protected void go(String path) {
        page.navigate(path);
        settled();
    }

    protected void settled() {
        assertThat(page.locator("main h1").first()).isVisible();
        assertThat(page.locator(".loading")).hasCount(0);
    }

    protected void signIn() {
        signIn(suite.adminKey());
    }

    protected void signIn(String key) {
        page.navigate("/sign-in");
        page.getByLabel("Access key").fill(key);
        button("Sign in").click();
        assertThat(button("Sign out")).isVisible();
    }

    protected Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("parley.screenshots"), name + ".png")));
    }
}
