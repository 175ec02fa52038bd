package org.parley.gateway.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which actors: what is set must all hold. */
@Input("ActorFilter")
@Description("Which actors: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ActorFilter {

    @Description("The name, exactly.")
    public String name;

    @Description("A name or alias, exactly.")
    public String alias;

    @Description("Of one of these kinds.")
    public List<@NonNull ActorKind> kind;

    @Description("Words of a name or alias.")
    public String text;
}
