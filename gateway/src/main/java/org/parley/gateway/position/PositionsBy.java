package org.parley.gateway.position;

/** What positions can belong to, in the service's words. */
public enum PositionsBy {
    PROPOSAL,
    HOLDER
}
