package org.parley.extraction.names;

/**
 * A news organisation or a place where people post.
 *
 * @param name its usual name
 * @param kind agency, newspaper, broadcaster, site, platform and the like, as the table says
 */
public record Outlet(String name, String kind) {}
