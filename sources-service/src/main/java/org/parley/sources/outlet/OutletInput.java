package org.parley.sources.outlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.parley.kit.problem.ProblemException;

/** What an admin says of an outlet; the members of a creation and, merged over what is there, of a change. */
@JsonInclude
record OutletInput(String name, String homepage, String kind, String country, String timeZone, Cleaning cleaning) {

    private static final Set<String> KINDS =
            Set.of("NEWSPAPER", "AGENCY", "BROADCASTER", "WEB", "OFFICIAL", "OTHER", "UNKNOWN");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static OutletInput of(Outlet outlet) {
        return new OutletInput(
                outlet.name,
                outlet.homepage,
                outlet.kind,
                outlet.country,
                outlet.timeZone,
                outlet.view().cleaning());
    }

    /** @throws ProblemException naming the member that is wrong */
    void writeTo(Outlet outlet) {
        if (name == null || name.isBlank() || name.length() > 300 || hasControl(name)) {
            throw ProblemException.badInput("name", "has to be 1 to 300 characters");
        }
        if (homepage != null && (homepage.length() > 2_048 || !homepage.matches("(?i)https?://[^\\s/]\\S*"))) {
            throw ProblemException.badInput("homepage", "has to be an address that starts with http:// or https://");
        }
        if (kind != null && !KINDS.contains(kind)) {
            throw ProblemException.badInput(
                    "kind", "has to be one of NEWSPAPER, AGENCY, BROADCASTER, WEB, OFFICIAL, OTHER");
        }
        if (country != null && !COUNTRIES.contains(country)) {
            throw ProblemException.badInput("country", "has to be a code of ISO 3166 such as CH");
        }
        outlet.name = name.strip();
        outlet.homepage = homepage;
        outlet.kind = kind == null ? "UNKNOWN" : kind;
        outlet.country = country;
        outlet.timeZone = zone();
        outlet.mainSelector = cleaning == null ? null : selector("cleaning.main", cleaning.main());
        List<String> strip = cleaning == null || cleaning.strip() == null ? List.of() : cleaning.strip();
        if (strip.size() > 50) {
            throw ProblemException.badInput("cleaning.strip", "can hold at most 50 selectors");
        }
        strip.forEach(one -> selector("cleaning.strip", one == null ? "" : one));
        outlet.stripSelectors = List.copyOf(strip);
    }

    private String zone() {
        try {
            return timeZone == null ? null : ZoneId.of(timeZone).getId();
        } catch (DateTimeException e) {
            throw ProblemException.badInput("timeZone", "has to be an IANA name such as Europe/Zurich");
        }
    }

    private static String selector(String field, String css) {
        if (css == null) {
            return null;
        }
        try {
            QueryParser.parse(css);
            return css;
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw ProblemException.badInput(field, "is no CSS selector that can be read");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
