package org.parley.gateway.article;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.gateway.upstream.Submission;

/** An article to hand in. */
@Input("ArticleInput")
@Description(
        "An article to hand in: its text, or its page as HTML, or the url to fetch it from. What else is left out is unknown.")
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

    @Description("The text, plain; kept character for character.")
    public String text;

    @Description("The page, instead of the text: the text is taken out of it.")
    public String html;

    Submission submission() {
        return new Submission(
                id, outlet, url, headline, byline, time(published), time(retrieved), language, text, html);
    }

    private static String time(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
