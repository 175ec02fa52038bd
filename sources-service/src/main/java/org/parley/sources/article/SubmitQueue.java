package org.parley.sources.article;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.parley.sources.audit.Audit;

/**
 * Stores articles that are handed in one by one, on one thread. Those that arrive while others are being stored share the next transaction: a
 * commit and a round trip for each step then serve all of them, which is quicker than several transactions side by side. Each caller is
 * answered after the commit that has its article, and waits for no other.
 */
@ApplicationScoped
class SubmitQueue {

    private static final int MOST_ARTICLES = 50;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ArticleIntake intake;
    private final Audit audit;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "article-storing"));

    SubmitQueue(ArticleIntake intake, Audit audit) {
        this.intake = intake;
        this.audit = audit;
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdown();
    }

    private record Waiting(
            ArticleDraft draft,
            Audit.Actor actor,
            Consumer<ArticleIntake.Taken> within,
            CompletableFuture<ArticleIntake.Taken> done) {}

    /**
     * Stores an article and notes who handed it in.
     *
     * @param within is done in the same transaction
     */
    ArticleIntake.Taken take(ArticleDraft draft, Audit.Actor actor, Consumer<ArticleIntake.Taken> within) {
        Waiting mine = new Waiting(draft, actor, within, new CompletableFuture<>());
        queue.add(mine);
        thread.execute(this::storeSome);
        try {
            return mine.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** As many as are there: for most of them there is nothing left to do when their own turn comes. */
    private void storeSome() {
        List<Waiting> some = some();
        if (!some.isEmpty()) {
            store(some);
        }
    }

    private List<Waiting> some() {
        List<Waiting> some = new ArrayList<>();
        int bytes = 0;
        while (some.size() < MOST_ARTICLES && bytes < MOST_BYTES) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            some.add(next);
            bytes += next.draft().raw().bytes().length;
        }
        return some;
    }

    /** Those that cannot be stored together are stored each by itself, so that none fails for another's sake. */
    private void store(List<Waiting> some) {
        try {
            List<ArticleIntake.Taken> taken =
                    intake.take(some.stream().map(Waiting::draft).toList(), all -> within(some, all));
            for (int i = 0; i < some.size(); i++) {
                some.get(i).done().complete(taken.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (some.size() == 1) {
                some.get(0).done().completeExceptionally(e);
            } else {
                some.forEach(one -> store(List.of(one)));
            }
        }
    }

    private void within(List<Waiting> some, List<ArticleIntake.Taken> taken) {
        List<Audit.Note> notes = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            ArticleIntake.Taken one = taken.get(i);
            Map<String, Object> became = Map.of("fate", one.fate(), "version", one.version());
            notes.add(new Audit.Note(
                    some.get(i).actor(),
                    "article.submit",
                    "article",
                    one.article().id(),
                    null,
                    became));
        }
        audit.note(notes);
        for (int i = 0; i < some.size(); i++) {
            some.get(i).within().accept(taken.get(i));
        }
    }
}
