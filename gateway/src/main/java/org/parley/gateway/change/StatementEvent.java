package org.parley.gateway.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.statement.Statement;

/** What happened to a statement. */
@Description("What happened to a statement.")
public record StatementEvent(
        @NonNull @Description("Give it as after to go on behind this event.")
        String cursor,

        @NonNull @Description("What happened.") ChangeKind kind,
        @NonNull @Description("Why.") ChangeReason reason,

        @Description("The statement as it is now; null when it was removed.")
        Statement statement,

        @Description("The statement as it was; null when it is new.")
        Statement before) {}
