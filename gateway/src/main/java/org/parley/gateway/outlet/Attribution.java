package org.parley.gateway.outlet;

/** How an outlet attributes what it reports, in numbers of statements. */
public record Attribution(String outletId, int statements, int corroborated, int anonymous) {}
