package org.parley.sources.duplicate;

import java.util.UUID;
import org.parley.sources.duplicate.Agencies.Credit;

/** Two articles side by side: whether they say nearly the same, and whose text it is. */
record Comparison(Side one, Side other, double similarity) {

    /** Below this many words in a row, sameness is chance or formula. */
    private static final int FEWEST_SHINGLES = 30;

    private static final long[] NO_BANDS = {};

    private static final double NEARLY = 0.5;
    private static final double HELD = 0.85;

    /**
     * An article in comparison.
     *
     * @param outlet its outlet's name, or null
     * @param agency whether that outlet is an agency
     */
    record Side(UUID id, Shingles shingles, Credit credit, String outlet, boolean agency) {

        /** What it is found by; nothing for a text too short to be compared. */
        long[] bands() {
            return shingles.size() < FEWEST_SHINGLES ? NO_BANDS : Sketch.bands(shingles);
        }

        boolean isOwnTextOf(String name) {
            return name != null && name.equalsIgnoreCase(outlet);
        }
    }

    static Comparison of(Side one, Side other) {
        return new Comparison(one, other, one.shingles().similarity(other.shingles()));
    }

    /** Nearly the same words, or one text within the other. */
    boolean isNear() {
        int fewest = Math.min(one.shingles().size(), other.shingles().size());
        return fewest >= FEWEST_SHINGLES
                && (similarity >= NEARLY || one.shingles().containment(other.shingles()) >= HELD);
    }

    /** Two outlets with one text, and an agency behind it, named or not. */
    boolean isWireCopy() {
        boolean twoOutlets =
                one.outlet() != null && other.outlet() != null && !one.outlet().equalsIgnoreCase(other.outlet());
        return twoOutlets && (one.credit().isGiven() || other.credit().isGiven() || one.agency() || other.agency());
    }

    /** The agency whose text it is, or null where none is named. */
    String agencyName() {
        if (one.agency() || other.agency()) {
            return one.agency() ? one.outlet() : other.outlet();
        }
        String named = one.credit().agency();
        return named == null ? other.credit().agency() : named;
    }

    /** Whether that side is a copy and not the agency's own text. */
    boolean isCopy(Side side) {
        String agency = agencyName();
        return isWireCopy() && (agency == null ? side.credit().anonymous() : !side.isOwnTextOf(agency));
    }

    String kind() {
        return isWireCopy() ? "WIRE_COPY" : "NEAR";
    }
}
