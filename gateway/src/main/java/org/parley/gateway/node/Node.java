package org.parley.gateway.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What can be asked for again by its id. */
@Interface
@Description("What can be asked for again by its id.")
public interface Node {

    @Id
    @NonNull @Name("id")
    @Description(
            "Global, opaque and stable for ever; the id of a merged or re-extracted row leads to the row it became.")
    String id();
}
