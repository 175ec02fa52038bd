package org.parley.extraction.names;

/**
 * A word that stands for a country.
 *
 * @param country the country
 * @param kind how it does
 */
public record CountryWord(Country country, Kind kind) {

    public enum Kind {
        NAME,
        CAPITAL,
        DEMONYM,
        METONYM
    }
}
