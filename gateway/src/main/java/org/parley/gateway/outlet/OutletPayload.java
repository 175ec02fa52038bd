package org.parley.gateway.outlet;

import org.eclipse.microprofile.graphql.Description;

/** An outlet after a change. */
@Description("An outlet after a change.")
public record OutletPayload(@Description("The outlet.") Outlet outlet) {}
