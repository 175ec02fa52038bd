package org.parley.sources.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.sources.audit.Audit;
import org.parley.sources.outlet.Outlet;
import org.parley.sources.outlet.OutletView;
import org.parley.sources.outlet.Outlets;

/** Brings in many feeds at once, whatever form the list has: known ones are left alone, broken ones are named. */
@ApplicationScoped
class FeedList {

    static final int MOST = 5_000;

    private final FeedEdits edits;
    private final Outlets outlets;
    private final Audit audit;

    FeedList(FeedEdits edits, Outlets outlets, Audit audit) {
        this.edits = edits;
        this.outlets = outlets;
        this.audit = audit;
    }

    /**
     * A feed as a list names it; all but the address may be null.
     *
     * @param outlet the outlet's name
     */
    @JsonInclude
    record Entry(
            String outlet,
            String url,
            String title,
            String homepage,
            Boolean fetchPages,
            List<String> include,
            List<String> exclude,
            Integer minIntervalSeconds,
            Integer maxIntervalSeconds) {}

    enum Fate {
        /** Would be added: only a preview says so. */
        NEW,
        ADDED,
        KNOWN,
        BROKEN
    }

    @JsonInclude(Include.NON_NULL)
    record Row(String title, String url, String outlet, Fate fate, String detail, UUID feedId) {}

    /** The rows of an import, or of what it would do. */
    record Rows(boolean preview, List<Row> rows) {}

    Rows bring(List<Entry> entries, boolean preview, String action) {
        if (entries.size() > MOST) {
            throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 413, null, "the list has more than " + MOST + " feeds");
        }
        if (!preview) {
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.note(action, "feed list", null, null, java.util.Map.of("feeds", entries.size())));
        }
        Set<String> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(row(entry, preview, seen)));
        return new Rows(preview, rows);
    }

    private Row row(Entry entry, boolean preview, Set<String> seen) {
        try {
            String url = FeedAddress.of(entry.url());
            Optional<Feed> known = Feed.at(url);
            if (known.isPresent() || !seen.add(url)) {
                return row(entry, Fate.KNOWN, null, known.map(feed -> feed.id).orElse(null));
            }
            if (entry.outlet() == null || entry.outlet().isBlank()) {
                throw ProblemException.badInput("outlet", "is not named");
            }
            if (preview) {
                input(entry, UUID.randomUUID().toString()).checkRules();
                return row(entry, Fate.NEW, null, null);
            }
            return row(
                    entry,
                    Fate.ADDED,
                    null,
                    edits.create(input(entry, outlet(entry))).id());
        } catch (ProblemException e) {
            return row(entry, Fate.BROKEN, e.getMessage(), null);
        }
    }

    private String outlet(Entry entry) {
        Optional<Outlet> known = Outlet.named(entry.outlet().strip());
        if (known.isPresent()) {
            return known.get().id.toString();
        }
        OutletView made = outlets.named(entry.outlet().strip(), entry.homepage());
        return made.id().toString();
    }

    private static FeedInput input(Entry entry, String outlet) {
        return new FeedInput(
                outlet,
                entry.url(),
                entry.title(),
                entry.fetchPages(),
                entry.include(),
                entry.exclude(),
                entry.minIntervalSeconds(),
                entry.maxIntervalSeconds());
    }

    private static Row row(Entry entry, Fate fate, String detail, UUID feed) {
        return new Row(entry.title(), entry.url(), entry.outlet(), fate, detail, feed);
    }
}
