package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Through whom the outlet has it. */
@Description("Through whom the outlet has it: another outlet, an agency, a source.")
public record ViaDetail(
        @NonNull @Description("The words that tell it.") String value,
        @Description("Where they stand.") Receipt receipt,
        @NonNull @Description("How it came to be known.") Basis basis,
        @Ignore String outletId) {}
