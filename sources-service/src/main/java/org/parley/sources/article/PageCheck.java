package org.parley.sources.article;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.page.PageException;

/** Looks at the page of a stored article again: its text may be another, or it may be gone. */
@ApplicationScoped
public class PageCheck {

    private final Jdbi jdbi;
    private final ArticleSubmission submission;
    private final ArticleStates states;

    PageCheck(Jdbi jdbi, ArticleSubmission submission, ArticleStates states) {
        this.jdbi = jdbi;
        this.submission = submission;
        this.states = states;
    }

    /** What the look found. */
    public enum Found {
        SAME,
        CORRECTED,
        DELETED,
        /** It cannot be said now. */
        UNKNOWN
    }

    private record Known(String url, String outlet, String state) {}

    /** A text that differs becomes a version; a page that is not there any more marks the article as deleted. */
    public Found check(UUID article) {
        Known known = jdbi.withHandle(handle -> handle.createQuery("""
                        select a.url, o.name, a.state from article a left join outlet o on o.id = a.outlet_id where a.id = :id""")
                .bind("id", article)
                .map((row, context) -> new Known(row.getString("url"), row.getString("name"), row.getString("state")))
                .one());
        if (known.url() == null || known.state().equals("RETRACTED")) {
            return Found.SAME;
        }
        try {
            var input = ArticleInput.text(null, known.outlet(), known.url(), null, null, null, null);
            ArticleSubmission.Submitted found = submission.page(input, done -> {});
            if (known.state().equals("DELETED_AT_SOURCE") && found.articleId().equals(article)) {
                QuarkusTransaction.requiringNew().run(() -> states.change(article, "ACTIVE", null, "RECHECK"));
            }
            boolean changed = found.articleId().equals(article) && found.stored();
            return changed ? Found.CORRECTED : Found.SAME;
        } catch (PageException e) {
            if (e.kind() == PageException.Kind.GONE) {
                QuarkusTransaction.requiringNew()
                        .run(() -> states.change(article, "DELETED_AT_SOURCE", e.getMessage(), "RECHECK"));
                return Found.DELETED;
            }
            return Found.UNKNOWN;
        }
    }
}
