package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.Problem.FieldError;
import org.parley.kit.problem.ProblemException;

/** One bulk import: reads lines, stores them in batches, answers each with a row. */
final class BulkImport {

    private static final Logger LOG = Logger.getLogger(BulkImport.class);

    /** A transaction holds back the change feed while it runs, so it stays small in articles and in bytes. */
    private static final int MOST_ARTICLES = 500;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** As most are: stored. */
    private static final int BYTES_OF_A_ROW = 100;

    private final ArticleIntake intake;
    private final ArticleSubmission submission;
    private final ObjectWriter writer;
    private final String file;
    private final OutputStream answer;

    private List<Row> rows = new ArrayList<>();
    private List<ArticleDraft> drafts = new ArrayList<>();
    private int bytes;

    BulkImport(
            ArticleIntake intake, ArticleSubmission submission, ObjectMapper json, String file, OutputStream answer) {
        this.intake = intake;
        this.submission = submission;
        this.writer = json.writer();
        this.file = file;
        this.answer = answer;
    }

    /** The fate of a line; {@code problem} only where it was refused. */
    @JsonInclude(Include.NON_NULL)
    record Row(int line, Fate fate, UUID articleId, Integer version, Problem problem) {

        static Row refused(int line, Problem problem) {
            List<FieldError> errors = problem.errors().isEmpty()
                    ? List.of(new FieldError(null, line, problem.detail()))
                    : problem.errors().stream()
                            .map(error -> new FieldError(error.field(), line, error.message()))
                            .toList();
            return new Row(
                    line,
                    Fate.REFUSED,
                    null,
                    null,
                    Problem.of(problem.code(), problem.status(), "line " + line + ": " + problem.detail(), errors));
        }
    }

    void run(InputStream body) throws IOException {
        Lines lines = new Lines(body, Bytes.MOST_IN_A_BODY);
        try (LateAnswer late = new LateAnswer(answer);
                StoringThread storing = new StoringThread()) {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                take(line);
                if (rows.size() >= MOST_ARTICLES || bytes >= MOST_BYTES) {
                    store(storing, late);
                }
            }
            store(storing, late);
            storing.finish();
            late.finish();
        }
    }

    private void store(StoringThread storing, LateAnswer late) throws IOException {
        List<Row> read = rows;
        List<ArticleDraft> checked = drafts;
        storing.then(() -> {
            late.add(store(read, checked));
            return true;
        });
        rows = new ArrayList<>();
        drafts = new ArrayList<>();
        bytes = 0;
    }

    private void take(Lines.Line line) {
        try {
            if (line.bytes() == null) {
                throw Bytes.tooLarge("text", "5 MB");
            }
            String json = Bytes.decoded(line.bytes(), UTF_8);
            if (!json.isBlank()) {
                var raw = new ArticleDraft.Raw("application/json", line.bytes());
                ArticleInput input = ArticleJson.read(json);
                // A page in the line is read; a line with nothing but an address is refused: fetching is no bulk work.
                drafts.add(
                        input.html() == null
                                ? ArticleCheck.draft(input, file, raw)
                                : submission.draft(input, file, raw));
                rows.add(new Row(line.number(), null, null, null, null));
                bytes += line.bytes().length;
            }
        } catch (ProblemException e) {
            rows.add(Row.refused(line.number(), e.problem()));
        }
    }

    /** Stores a batch and answers it. */
    private byte[] store(List<Row> rows, List<ArticleDraft> drafts) throws IOException {
        List<ArticleIntake.Taken> taken = drafts.isEmpty() ? List.of() : stored(drafts);
        ByteArrayOutputStream answer = new ByteArrayOutputStream(rows.size() * BYTES_OF_A_ROW);
        int next = 0;
        for (Row row : rows) {
            if (row.fate() != null) {
                write(row, answer);
            } else if (taken == null) {
                write(Row.refused(row.line(), notStored()), answer);
            } else {
                ArticleIntake.Taken done = taken.get(next++);
                write(new Row(row.line(), done.fate(), done.article().id(), done.version(), null), answer);
            }
        }
        return answer.toByteArray();
    }

    /** Null if the batch could not be stored: then nothing of it is, and the answer has begun long ago. */
    private List<ArticleIntake.Taken> stored(List<ArticleDraft> drafts) {
        try {
            return intake.take(drafts, taken -> {});
        } catch (RuntimeException e) {
            LOG.error("A batch of a bulk import was not stored; its lines were answered as refused", e);
            return null;
        }
    }

    private static Problem notStored() {
        return Problem.of(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "could not be stored now, and nothing of its batch was; send it again, that stores nothing twice");
    }

    private void write(Row row, OutputStream answer) throws IOException {
        answer.write(writer.writeValueAsBytes(row));
        answer.write('\n');
    }
}
