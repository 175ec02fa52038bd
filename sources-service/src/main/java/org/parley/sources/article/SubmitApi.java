package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.Done;
import org.parley.kit.repeat.Idempotency;
import org.parley.sources.audit.Audit;

/** Takes one article at a time. */
@Path("/v1/articles")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class SubmitApi {

    private static final Set<String> PARAMETERS =
            Set.of(("file, " + ArticleInput.MEMBERS.replace(", text, html", "")).split(", "));

    private final ArticleSubmission submission;
    private final SubmitQueue queue;
    private final Audit audit;
    private final Idempotency idempotency;

    SubmitApi(ArticleSubmission submission, SubmitQueue queue, Audit audit, Idempotency idempotency) {
        this.submission = submission;
        this.queue = queue;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    record Answer(Fate fate, ArticleView article) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Store an article: one object with id, outlet, url, headline, byline, published, retrieved, language, text")
    public Response json(
            InputStream body,
            @QueryParam("file") String file,
            @HeaderParam(Idempotency.KEY) String key,
            @Context UriInfo uri)
            throws IOException {
        onlyKnown(uri, Set.of("file"));
        byte[] bytes = read(body);
        return stored(key, uri, bytes, () -> {
            String json = Bytes.decoded(bytes, UTF_8);
            // A byte order mark belongs to the encoding, not to the JSON.
            ArticleInput input = ArticleJson.read(json.startsWith("\uFEFF") ? json.substring(1) : json);
            return submission.draft(input, file, new ArticleDraft.Raw(MediaType.APPLICATION_JSON, bytes));
        });
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Store an article: the body is the text, kept character for character; the rest are parameters")
    public Response text(
            InputStream body,
            @HeaderParam("Content-Type") MediaType type,
            @QueryParam("id") String id,
            @QueryParam("outlet") String outlet,
            @QueryParam("url") String url,
            @QueryParam("headline") String headline,
            @QueryParam("byline") String byline,
            @QueryParam("published") String published,
            @QueryParam("retrieved") String retrieved,
            @QueryParam("language") String language,
            @QueryParam("file") String file,
            @HeaderParam(Idempotency.KEY) String key,
            @Context UriInfo uri)
            throws IOException {
        onlyKnown(uri, PARAMETERS);
        Charset charset = charset(type);
        byte[] bytes = read(body);
        String text = Bytes.decoded(bytes, charset);
        var input = new ArticleInput(id, outlet, url, headline, byline, published, retrieved, language, text, null);
        String mediaType = "text/plain;charset=" + charset.name();
        return stored(key, uri, bytes, () -> ArticleCheck.draft(input, file, new ArticleDraft.Raw(mediaType, bytes)));
    }

    @POST
    @Consumes({MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML})
    @Operation(
            summary = "Store the article of a page: the body is the page as it is; what is known of it are parameters")
    public Response html(
            InputStream body,
            @HeaderParam("Content-Type") MediaType type,
            @QueryParam("id") String id,
            @QueryParam("outlet") String outlet,
            @QueryParam("url") String url,
            @QueryParam("headline") String headline,
            @QueryParam("byline") String byline,
            @QueryParam("published") String published,
            @QueryParam("retrieved") String retrieved,
            @QueryParam("language") String language,
            @QueryParam("file") String file,
            @HeaderParam(Idempotency.KEY) String key,
            @Context UriInfo uri)
            throws IOException {
        onlyKnown(uri, PARAMETERS);
        byte[] bytes = read(body);
        var input = new ArticleInput(id, outlet, url, headline, byline, published, retrieved, language, null, null);
        return stored(key, uri, bytes, () -> submission.html(input, file, type.toString(), bytes));
    }

    /** @param draft is only made, and a page only fetched, where the request was not answered before */
    private Response stored(String key, UriInfo uri, byte[] body, Supplier<ArticleDraft> draft) {
        byte[] parameters = ("article.submit " + uri.getRequestUri().getRawQuery() + "\n").getBytes(UTF_8);
        byte[] asked = Arrays.copyOf(parameters, parameters.length + body.length);
        System.arraycopy(body, 0, asked, parameters.length, body.length);
        return idempotency.once(key, asked, attempt -> {
            Audit.Actor actor = audit.actor();
            return answer(queue.take(draft.get(), actor, taken -> attempt.keep(answer(taken))));
        });
    }

    private static Done answer(ArticleIntake.Taken taken) {
        Answer answer = new Answer(taken.fate(), taken.article());
        return taken.fate() == Fate.STORED
                ? Done.made("/v1/articles/" + taken.article().id(), answer)
                : Done.of(answer);
    }

    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Bytes.MOST_IN_A_BODY + 1);
        if (bytes.length > Bytes.MOST_IN_A_BODY) {
            throw Bytes.tooLarge("text", "5 MB");
        }
        return bytes;
    }

    private static Charset charset(MediaType type) {
        String name = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.at(
                    ErrorCode.BAD_USER_INPUT, 415, "charset", "is not known here: send the text in UTF-8");
        }
    }

    private static void onlyKnown(UriInfo uri, Set<String> known) {
        for (String name : new TreeSet<>(uri.getQueryParameters().keySet())) {
            if (!known.contains(name)) {
                throw ProblemException.badInput(
                        name,
                        "is not a parameter that is known here; they are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }
}
