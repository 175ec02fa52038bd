package org.parley.gateway.article;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.upstream.Submission;

/** An article to hand in. Only the text is needed. */
@Input("ArticleInput")
@Description("An article to hand in. Only the text is needed; what is left out is known to be unknown.")
public class ArticleInput {

    @Description("The outlet's own id of it.")
    public String id;

    @Description("Name of the outlet.")
    public String outlet;

    @Description("Where it was printed.")
    public String url;

    @Description("Its headline.")
    public String headline;

    @Description("Who wrote it, as printed.")
    public String byline;

    @Description("When it was published.")
    public Instant published;

    @Description("When it was fetched; now, when left out.")
    public Instant retrieved;

    @Description("BCP 47; found out from the text when left out.")
    public String language;

    @NonNull @Description("The text, plain; kept character for character.")
    public String text;

    Submission submission() {
        return new Submission(id, outlet, url, headline, byline, time(published), time(retrieved), language, text);
    }

    private static String time(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
