package org.parley.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which items: what is set must all hold; a list means any of it. Public fields, since that is what the schema and JSON are made from. */
@Input("ReviewFilter")
@Description("Which items: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ReviewFilter {

    @Description("Of one of these kinds.")
    public List<@NonNull ReviewKind> kind;

    @Description("In one of these states; only open ones, when left out.")
    public List<@NonNull ReviewItemState> state;
}
