package org.parley.sources.recheck;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.article.PageCheck;

/**
 * Plans when articles are looked at again and does so. Only articles whose page was fetched are: what somebody handed in
 * as text need not stand at its address in the same words.
 */
@ApplicationScoped
class Rechecks {

    private static final Logger LOG = Logger.getLogger(Rechecks.class);
    private static final int MOST_ATTEMPTS = 24;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final PageCheck pages;
    private final Clock clock;
    private final List<Duration> after;

    Rechecks(
            Jdbi jdbi,
            PageCheck pages,
            Clock clock,
            @ConfigProperty(name = "parley.recheck.after", defaultValue = "24h,7d") List<Duration> after) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.clock = clock;
        this.after = after;
    }

    private record Due(UUID article, int step, int attempts) {}

    /** Plans the first look at articles whose page was fetched since the last call. */
    void plan() {
        if (after.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into recheck (article_id, step, due_at)
                        select a.id, 0, a.known_at + cast(:first as interval) from article a
                        join article_version v on v.article_id = a.id and v.number = 1
                        join raw_document r on r.sha256 = v.raw_sha256
                        where a.known_at > :since and a.url is not null and a.state = 'ACTIVE'
                          and r.media_type like 'text/html%' order by a.id
                        on conflict do nothing""")
                        .bind("first", after.get(0).toSeconds() + " seconds")
                        .bind("since", now.minus(after.get(0)).minus(Duration.ofDays(1)))
                        .execute()));
    }

    /** Looks at some that are due, and says how many. */
    int some(int most) {
        Instant now = clock.instant();
        List<Due> claimed = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        update recheck set due_at = :until, attempts = attempts + 1 where article_id in (
                            select article_id from recheck where due_at <= :now order by due_at limit :most
                            for update skip locked)
                        returning article_id, step, attempts""")
                        .bind("now", now)
                        .bind("until", now.plus(CLAIM))
                        .bind("most", most)
                        .map((row, context) -> new Due(
                                row.getObject("article_id", UUID.class), row.getInt("step"), row.getInt("attempts")))
                        .list()));
        claimed.forEach(this::look);
        return claimed.size();
    }

    private void look(Due due) {
        PageCheck.Found found;
        try {
            found = pages.check(due.article());
        } catch (RuntimeException e) {
            // Whatever it is, the other articles shall not wait for it.
            LOG.warnf(e, "Article %s cannot be looked at again now", due.article());
            found = PageCheck.Found.UNKNOWN;
        }
        // A host that is away for a day takes this look with it; the next is at its own time.
        boolean over = found != PageCheck.Found.UNKNOWN || due.attempts() >= MOST_ATTEMPTS;
        int step = over ? due.step() + 1 : due.step();
        Duration wait = !over ? LATER : step < after.size() ? after.get(step).minus(after.get(step - 1)) : null;
        String problem = found == PageCheck.Found.UNKNOWN ? "its page cannot be looked at" : null;
        // Past the last look the row stays, so that the article is not planned anew.
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                        update recheck set step = :step, due_at = coalesce(cast(:due as timestamptz), 'infinity'),
                            attempts = case when :over then 0 else attempts end, problem = :problem
                        where article_id = :id""")
                        .bind("step", step)
                        .bind("over", over)
                        .bind("problem", problem)
                        .bind(
                                "due",
                                wait == null ? null : clock.instant().plus(wait).toString())
                        .bind("id", due.article())
                        .execute()));
    }
}
