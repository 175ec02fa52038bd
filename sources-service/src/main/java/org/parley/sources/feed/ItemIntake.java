package org.parley.sources.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.article.ArticleInput;
import org.parley.sources.article.ArticleSubmission;
import org.parley.sources.article.ArticleSubmission.Submitted;
import org.parley.sources.feed.FeedContent.Author;
import org.parley.sources.feed.FeedContent.Item;
import org.parley.sources.feed.FeedItems.Waiting;
import org.parley.sources.page.PageException;
import org.parley.sources.page.PageText;

/** Makes articles of the entries that wait. An entry is tried again while there is hope, and never lost. */
@ApplicationScoped
class ItemIntake {

    private static final Logger LOG = Logger.getLogger(ItemIntake.class);
    private static final int AT_A_TIME = 20;
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration BUSY_WAIT = Duration.ofSeconds(2);

    private final FeedItems items;
    private final ArticleSubmission articles;
    private final Clock clock;

    ItemIntake(FeedItems items, ArticleSubmission articles, Clock clock) {
        this.items = items;
        this.articles = articles;
        this.clock = clock;
    }

    /** What became of entries. */
    record Counts(int stored, int newVersions, int unchanged, int skipped, int failed, int later) {

        Counts plus(Counts more) {
            return new Counts(
                    stored + more.stored,
                    newVersions + more.newVersions,
                    unchanged + more.unchanged,
                    skipped + more.skipped,
                    failed + more.failed,
                    later + more.later);
        }

        int all() {
            return stored + newVersions + unchanged + skipped + failed + later;
        }
    }

    /** Works on some that are due, of one feed or, for null, of any; what it counted says whether there may be more. */
    Counts some(UUID feed) {
        Counts counts = new Counts(0, 0, 0, 0, 0, 0);
        List<Waiting> claimed = QuarkusTransaction.requiringNew().call(() -> items.claim(feed, AT_A_TIME));
        for (Waiting waiting : claimed) {
            counts = counts.plus(one(waiting));
        }
        return counts;
    }

    private Counts one(Waiting waiting) {
        String unwanted = FeedRules.refusal(waiting.item(), waiting.include(), waiting.exclude());
        if (unwanted != null) {
            put(waiting, "SKIPPED", unwanted, null);
            return new Counts(0, 0, 0, 1, 0, 0);
        }
        try {
            // In one transaction with its article: a crash between the two would count the entry wrong.
            Submitted done = submit(waiting, stored -> items.done(waiting, stored.articleId(), stored.stored()));
            return switch (done.fate()) {
                case STORED -> new Counts(1, 0, 0, 0, 0, 0);
                case NEW_VERSION -> new Counts(0, 1, 0, 0, 0, 0);
                default -> new Counts(0, 0, 1, 0, 0, 0);
            };
        } catch (PageException e) {
            return e.kind() == PageException.Kind.BUSY
                    ? untried(waiting)
                    : failed(waiting, e.getMessage(), e.kind() == PageException.Kind.LATER);
        } catch (ProblemException e) {
            return failed(waiting, e.getMessage(), false);
        } catch (RuntimeException e) {
            // Whatever it is, the other entries shall not wait for it; the entry keeps it and is tried again.
            LOG.errorf(e, "An entry of feed %s cannot be stored now", waiting.feed());
            return failed(waiting, "cannot be stored now", true);
        }
    }

    /** The page's text if pages are fetched; the feed's own where there is no page to be had, in the end. */
    private Submitted submit(Waiting waiting, Consumer<Submitted> within) throws PageException {
        Item item = waiting.item();
        if (waiting.fetchPages() && item.link() != null) {
            try {
                return articles.page(input(waiting, null), within);
            } catch (PageException e) {
                boolean hope = e.kind() == PageException.Kind.LATER && waiting.attempts() < MOST_ATTEMPTS;
                if (hope || e.kind() == PageException.Kind.BUSY || item.content() == null) {
                    throw e;
                }
            }
        }
        String html = Stream.of(item.content(), item.description(), item.title())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return articles.text(
                input(waiting, PageText.ofHtml(html)), "text/html;charset=UTF-8", html.getBytes(UTF_8), within);
    }

    private static ArticleInput input(Waiting waiting, String text) {
        Item item = waiting.item();
        Instant published = item.published() == null ? item.updated() : item.published();
        return ArticleInput.text(
                cut(item.guid(), 500),
                waiting.outlet(),
                item.link(),
                item.title() == null ? null : cut(PageText.ofHtml(item.title()).replaceAll("\\s+", " "), 2_000),
                cut(
                        item.authors().stream()
                                .map(Author::name)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ")),
                        2_000),
                published == null ? null : published.toString(),
                text);
    }

    private Counts failed(Waiting waiting, String problem, boolean hope) {
        if (hope && waiting.attempts() < MOST_ATTEMPTS) {
            Duration wait = Duration.ofMinutes(1L << (2 * waiting.attempts()));
            put(waiting, "PENDING", problem, clock.instant().plus(wait));
            return new Counts(0, 0, 0, 0, 0, 1);
        }
        put(waiting, "FAILED", problem, null);
        return new Counts(0, 0, 0, 0, 1, 0);
    }

    /** Its host was busy: that says nothing of the entry, and is no attempt. */
    private Counts untried(Waiting waiting) {
        QuarkusTransaction.requiringNew()
                .run(() -> items.untried(waiting, clock.instant().plus(BUSY_WAIT)));
        return new Counts(0, 0, 0, 0, 0, 1);
    }

    private void put(Waiting waiting, String state, String problem, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> items.put(waiting, state, problem, due));
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
