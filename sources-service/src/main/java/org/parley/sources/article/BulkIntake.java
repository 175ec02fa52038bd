package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.parley.kit.problem.ProblemException;

/** Takes many articles in one transaction; one that is wrong is refused by itself. */
@ApplicationScoped
public class BulkIntake {

    private final ArticleIntake intake;
    private final ArticleSubmission submission;

    BulkIntake(ArticleIntake intake, ArticleSubmission submission) {
        this.intake = intake;
        this.submission = submission;
    }

    /**
     * An article of an import.
     *
     * @param line counts them from 1
     * @param name the file it came in, or null
     * @param input what was read of it; null if {@code problem} says why it could not be
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Entry(int line, String name, ArticleInput input, String mediaType, byte[] raw, String problem) {

        /** One that cannot be read. */
        public static Entry broken(int line, String name, String problem) {
            return new Entry(line, name, null, null, null, problem);
        }

        /**
         * One article in a file of its own, by the ending of its name.
         *
         * @throws ProblemException if it is of none of these kinds, or not readable
         */
        public static Entry file(int line, String name, byte[] bytes) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (ending) {
                case "json" -> json(line, name, bytes);
                case "txt" -> text(line, name, bytes, "text/plain;charset=UTF-8");
                case "html", "htm" ->
                    new Entry(
                            line,
                            name,
                            ArticleInput.text(null, null, null, null, null, null, null),
                            "text/html",
                            bytes,
                            null);
                default -> throw ProblemException.badInput(null, "is none of .txt, .json, .html");
            };
        }

        /** A JSON object, such as a line of JSON Lines. */
        public static Entry json(int line, String name, byte[] bytes) {
            return new Entry(
                    line, name, ArticleJson.read(Bytes.decoded(bytes, UTF_8)), "application/json", bytes, null);
        }

        /** A page as it was fetched once. */
        public static Entry page(int line, String url, Instant retrieved, String contentType, byte[] bytes) {
            var input = new ArticleInput(null, null, url, null, null, null, retrieved.toString(), null, null, null);
            return new Entry(line, url, input, contentType, bytes, null);
        }

        private static Entry text(int line, String name, byte[] bytes, String mediaType) {
            String text = Bytes.decoded(bytes, UTF_8);
            return new Entry(
                    line, name, ArticleInput.text(null, null, null, null, null, null, text), mediaType, bytes, null);
        }
    }

    /** An article of an import that was looked through, and can be stored unless something is wrong with it. */
    public static final class Checked {

        private final Entry entry;
        private final ArticleDraft draft;
        private final String problem;

        private Checked(Entry entry, ArticleDraft draft, String problem) {
            this.entry = entry;
            this.draft = draft;
            this.problem = problem;
        }

        /** What it was made of. */
        public Entry entry() {
            return entry;
        }

        /** Why it cannot be stored, or null. */
        public String problem() {
            return problem;
        }

        /** The same, refused. */
        public Checked refused(String because) {
            return new Checked(entry, null, because);
        }
    }

    /** What became of one; {@code fate} is VALID where nothing was to be stored. */
    public record Result(int line, String name, String fate, UUID articleId, Integer version, String problem) {}

    /** Looks one through, which is all that can be done without the database. */
    public Checked check(Entry entry) {
        if (entry.problem() != null) {
            return new Checked(entry, null, entry.problem());
        }
        try {
            return new Checked(entry, draft(entry), null);
        } catch (ProblemException e) {
            return new Checked(entry, null, e.getMessage());
        }
    }

    /**
     * Stores what can be stored of them.
     *
     * @param dryRun whether they are only checked
     * @param within is told the results in the transaction that stores them
     */
    public void take(List<Checked> articles, boolean dryRun, Consumer<List<Result>> within) {
        List<ArticleDraft> drafts = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Checked article : articles) {
            if (article.draft != null) {
                drafts.add(article.draft);
            }
            Entry entry = article.entry;
            String fate = article.problem == null ? dryRun ? "VALID" : null : Fate.REFUSED.name();
            results.add(new Result(entry.line(), entry.name(), fate, null, null, article.problem));
        }
        intake.take(dryRun ? List.of() : drafts, taken -> {
            int next = 0;
            for (int i = 0; i < results.size(); i++) {
                Result result = results.get(i);
                if (result.fate() == null) {
                    ArticleIntake.Taken done = taken.get(next++);
                    results.set(
                            i,
                            new Result(
                                    result.line(),
                                    result.name(),
                                    done.fate().name(),
                                    done.article().id(),
                                    done.version(),
                                    null));
                }
            }
            within.accept(results);
        });
    }

    private ArticleDraft draft(Entry entry) {
        if (entry.mediaType().contains("html")) {
            // What is named by its address has that, and no file.
            String file = entry.input().url() == null ? entry.name() : null;
            return submission.html(entry.input(), file, entry.mediaType(), entry.raw());
        }
        var raw = new ArticleDraft.Raw(entry.mediaType(), entry.raw());
        return entry.input().html() == null
                ? ArticleCheck.draft(entry.input(), entry.name(), raw)
                : submission.draft(entry.input(), entry.name(), raw);
    }
}
