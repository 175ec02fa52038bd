package org.parley.sources.outlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;

/**
 * An organisation whose articles are collected, as others see it.
 *
 * @param homepage its home page; else scheme and host of the first article's address, or null
 * @param kind {@code UNKNOWN} until somebody says what it is
 * @param country ISO 3166 code, or null
 * @param timeZone IANA name, or null; an outlet's "Thursday" is counted on its calendar
 * @param state {@code ACTIVE}, or {@code RETIRED}: then its feeds are not polled
 * @param cleaning rules for its pages, or null
 * @param version counts its edits from 1
 */
@JsonInclude(Include.NON_NULL)
public record OutletView(
        UUID id,
        String name,
        String homepage,
        String kind,
        String country,
        String timeZone,
        String state,
        Cleaning cleaning,
        int version) {}
