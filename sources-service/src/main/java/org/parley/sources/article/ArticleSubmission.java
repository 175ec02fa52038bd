package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.outlet.Cleaning;
import org.parley.sources.outlet.OutletView;
import org.parley.sources.outlet.Outlets;
import org.parley.sources.page.Cleaner;
import org.parley.sources.page.Page;
import org.parley.sources.page.PageException;
import org.parley.sources.page.PageFetch;

/** Takes an article in whatever form it comes: as text, as a page, or as the address of one. */
@ApplicationScoped
public class ArticleSubmission {

    private final ArticleIntake intake;
    private final Cleaner cleaner;
    private final PageFetch pages;
    private final Outlets outlets;

    ArticleSubmission(ArticleIntake intake, Cleaner cleaner, PageFetch pages, Outlets outlets) {
        this.intake = intake;
        this.cleaner = cleaner;
        this.pages = pages;
        this.outlets = outlets;
    }

    /**
     * What became of an article.
     *
     * @param version the version that was stored, or the current one
     */
    public record Submitted(Fate fate, UUID articleId, int version, ArticleView article) {

        private static Submitted of(ArticleIntake.Taken taken) {
            return new Submitted(taken.fate(), taken.article().id(), taken.version(), taken.article());
        }

        /** Whether it is new or a new version. */
        public boolean stored() {
            return fate != Fate.UNCHANGED;
        }
    }

    /**
     * Stores an article given as text.
     *
     * @param raw the bytes it is from
     * @param within is told in the transaction that stores it
     */
    public Submitted text(ArticleInput input, String mediaType, byte[] raw, Consumer<Submitted> within) {
        ArticleDraft draft = ArticleCheck.draft(input, null, new ArticleDraft.Raw(mediaType, raw));
        return submitted(draft, taken -> within.accept(Submitted.of(taken.get(0))));
    }

    /**
     * Fetches the page at {@code input.url} and stores its article; what the page does not say is taken from the input.
     *
     * @param within is told in the transaction that stores it
     * @throws PageException if there is no such page, with what to do about it
     */
    public Submitted page(ArticleInput input, Consumer<Submitted> within) throws PageException {
        return submitted(fetched(input, null, false), taken -> within.accept(Submitted.of(taken.get(0))));
    }

    /** What was handed in, made ready: text as it is, a page cleaned, an address fetched. */
    ArticleDraft draft(ArticleInput input, String file, ArticleDraft.Raw raw) {
        if (input.text() != null || (input.html() == null && input.url() == null)) {
            if (input.html() != null) {
                throw ProblemException.badInput("html", "cannot stand beside text: send one of the two");
            }
            return ArticleCheck.draft(input, file, raw);
        }
        try {
            if (input.html() == null) {
                return fetched(input, file, true);
            }
            String url = input.url() == null ? null : CanonicalUrl.of(input.url(), "url");
            byte[] html = input.html().getBytes(UTF_8);
            Page page = cleaner.clean(html, "text/html;charset=UTF-8", url, rules(input, null));
            return ArticleCheck.draft(
                    merged(input, page, url, true), file, new ArticleDraft.Raw("text/html;charset=UTF-8", html));
        } catch (PageException e) {
            String field = input.html() == null ? "url" : "html";
            throw ProblemException.at(ErrorCode.BAD_USER_INPUT, 422, field, e.getMessage());
        }
    }

    /** A page that was handed in as a file. */
    ArticleDraft html(ArticleInput input, String file, String contentType, byte[] html) {
        try {
            String url = input.url() == null ? null : CanonicalUrl.of(input.url(), "url");
            Page page = cleaner.clean(html, contentType, url, rules(input, null));
            return ArticleCheck.draft(merged(input, page, url, true), file, new ArticleDraft.Raw(contentType, html));
        } catch (PageException e) {
            throw ProblemException.at(ErrorCode.BAD_USER_INPUT, 422, "html", e.getMessage());
        }
    }

    private Submitted submitted(ArticleDraft draft, Consumer<List<ArticleIntake.Taken>> within) {
        return Submitted.of(intake.take(List.of(draft), within).get(0));
    }

    private ArticleDraft fetched(ArticleInput input, String file, boolean inputFirst) throws PageException {
        PageFetch.Fetched fetched = pages.fetch(input.url());
        Page page = cleaner.clean(fetched.body(), fetched.contentType(), fetched.url(), rules(input, fetched.url()));
        return ArticleCheck.draft(
                merged(input, page, fetched.url(), inputFirst),
                file,
                new ArticleDraft.Raw(fetched.contentType(), fetched.body()));
    }

    private Cleaning rules(ArticleInput input, String url) {
        String address = url == null ? input.url() : url;
        String site = address == null ? null : CanonicalUrl.site(CanonicalUrl.of(address, "url"));
        OutletView outlet = input.outlet() == null ? null : outlets.named(input.outlet(), site);
        return outlet == null ? null : outlet.cleaning();
    }

    /** @param inputFirst whether what was handed in goes before what the page says, as an admin's word does */
    private static ArticleInput merged(ArticleInput input, Page page, String url, boolean inputFirst) {
        return new ArticleInput(
                input.id(),
                either(input.outlet(), page.site(), true),
                canonical(url, page.url()),
                either(input.headline(), page.headline(), inputFirst),
                either(input.byline(), page.byline(), inputFirst),
                either(
                        input.published(),
                        page.published() == null ? null : page.published().toString(),
                        inputFirst),
                input.retrieved(),
                input.language() != null ? input.language() : null,
                page.text(),
                null);
    }

    private static String either(String input, String page, boolean inputFirst) {
        String first = inputFirst ? input : page;
        String second = inputFirst ? page : input;
        return first == null || first.isBlank() ? second : first;
    }

    /**
     * The address a page gives itself counts only on its own site: an outlet that prints another's article names the
     * other's page, and the two are two articles.
     */
    private static String canonical(String url, String said) {
        if (said == null || !said.matches("(?i)https?://[^\\s]+") || said.length() > 2_048) {
            return url;
        }
        return url == null || host(url).equals(host(said)) ? said : url;
    }

    private static String host(String url) {
        String host = CanonicalUrl.site(CanonicalUrl.of(url, "url")).replaceFirst("^https?://", "");
        return host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|mobile|amp)\\.", "");
    }
}
