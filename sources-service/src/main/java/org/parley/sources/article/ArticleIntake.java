package org.parley.sources.article;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.sources.outlet.OutletView;
import org.parley.sources.outlet.Outlets;

/**
 * The one door for articles. It finds out whether an article is new, a new version or known, and stores it with its
 * change in one transaction.
 */
@ApplicationScoped
public class ArticleIntake {

    private final Jdbi jdbi;
    private final Outlets outlets;
    private final Changes changes;
    private final Clock clock;
    private final Arrivals arrivals;

    ArticleIntake(Jdbi jdbi, Outlets outlets, Changes changes, Clock clock, Arrivals arrivals) {
        this.jdbi = jdbi;
        this.outlets = outlets;
        this.changes = changes;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /**
     * What became of an article.
     *
     * @param version the version that was stored, or the current one
     */
    record Taken(Fate fate, ArticleView article, int version) {}

    /**
     * Takes all of them in one transaction, in this order; if one cannot be stored, none is.
     *
     * @param within is done in the same transaction
     */
    List<Taken> take(List<ArticleDraft> drafts, Consumer<List<Taken>> within) {
        List<OutletView> outletOf = new ArrayList<>(drafts.size());
        for (ArticleDraft draft : drafts) {
            outletOf.add(
                    draft.outlet() == null
                            ? null
                            : outlets.named(
                                    draft.outlet(), draft.url() == null ? null : CanonicalUrl.site(draft.url())));
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            ArticleStore.planOnce(jdbi);
            // Two retrievals of one article wait for each other here; after this nobody else can make or change them.
            changes.lockFirst(
                    drafts.stream().map(draft -> draft.identity().toString()).toList());
            return jdbi.withHandle(handle -> {
                ArticleStore store = new ArticleStore(handle);
                Map<UUID, KnownArticle> known =
                        store.find(drafts.stream().map(ArticleDraft::identity).toList());
                List<Taken> taken = new ArrayList<>(drafts.size());
                for (int i = 0; i < drafts.size(); i++) {
                    taken.add(take(drafts.get(i), outletOf.get(i), known, store));
                }
                store.write();
                arrivals.came(drafts.size());
                within.accept(taken);
                return taken;
            });
        });
    }

    private Taken take(ArticleDraft draft, OutletView outlet, Map<UUID, KnownArticle> known, ArticleStore store) {
        KnownArticle article = known.computeIfAbsent(
                draft.identity(), identity -> new KnownArticle(UuidCreator.getTimeOrderedEpoch(), identity, null));
        ArticleView before = article.view();
        Instant now = clock.instant();
        Instant retrieved = draft.retrieved() == null ? now : draft.retrieved();
        String sha256 = Bytes.hex(draft.textSha256());
        Place place = new Place(retrieved, draft.published(), article.nextNumber(), sha256);
        if (article.has(place, draft.retrieved())) {
            return new Taken(Fate.UNCHANGED, before, before.version());
        }
        Integer replaced = before == null ? null : article.current().number();
        boolean current = article.add(place, facts(article.id(), before, draft, outlet, place, now));
        if (before != null && !before.state().equals(article.view().state())) {
            store.addState(article, now);
        }
        store.add(article, new NewVersion(article.id(), draft, place, now, current ? replaced : null));
        boolean stored = before == null;
        changes.record(
                stored ? "org.parley.article.stored.v1" : "org.parley.article.version-added.v1",
                article.id().toString(),
                new ChangeData(before, article.view(), stored ? "INTAKE" : "NEW_VERSION"));
        return new Taken(stored ? Fate.STORED : Fate.NEW_VERSION, article.view(), place.number());
    }

    /** What the article says from this version on; what the version does not say stays as it was. */
    private static ArticleView facts(
            UUID id, ArticleView before, ArticleDraft draft, OutletView outlet, Place place, Instant now) {
        Instant published = draft.published() != null || before == null ? draft.published() : before.publishedAt();
        OutletView from = outlet != null || before == null ? outlet : before.outlet();
        // An article that is found again is not deleted where it was printed; one that was taken back stays so.
        boolean stands = before == null || !before.state().equals("RETRACTED");
        String language = draft.language().equals("und") && before != null ? before.language() : draft.language();
        return new ArticleView(
                id,
                draft.file() != null || before == null ? draft.file() : before.file(),
                draft.headline() != null || before == null ? draft.headline() : before.headline(),
                draft.url() != null || before == null ? draft.url() : before.url(),
                from,
                draft.byline() != null || before == null ? draft.byline() : before.byline(),
                draft.dateline() != null || before == null ? draft.dateline() : before.dateline(),
                published,
                published == null ? "UNKNOWN" : "EXPLICIT",
                place.retrieved(),
                before == null ? now : before.knownAt(),
                language,
                null,
                place.sha256(),
                place.number(),
                stands ? "ACTIVE" : before.state(),
                stands ? null : before.stateReason(),
                before == null ? null : before.origin(),
                ArticleFlags.of(
                        draft,
                        published,
                        from != null,
                        language,
                        before != null && before.flags().contains(ArticleFlags.WIRE_COPY)),
                null,
                null);
    }
}
