import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads all proposals page by page, then asks again with the ETag. Usage: java Rest.java (PARLEY_URL, PARLEY_KEY). */
public class Rest {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final String PARLEY = System.getenv().getOrDefault("PARLEY_URL", "http://localhost:8080");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        String next = "/v1/proposals?first=2";
        String tag = null;
        int pages = 0;
        while (next != null) {
            HttpResponse<String> page = get(next, null);
            if (page.statusCode() != 200) {
                throw new IllegalStateException(page.body());
            }
            pages++;
            tag = tag == null ? page.headers().firstValue("ETag").orElseThrow() : tag;
            Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            next = link.find() ? link.group(1) : null;
        }
        int again = get("/v1/proposals?first=2", tag).statusCode();
        System.out.println("rest: " + pages + " pages; the first one again: " + again);
        if (again != 304) {
            throw new IllegalStateException("expected 304");
        }
    }

    private static HttpResponse<String> get(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PARLEY + path))
                .header("Authorization", "Bearer " + System.getenv("PARLEY_KEY"));
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
