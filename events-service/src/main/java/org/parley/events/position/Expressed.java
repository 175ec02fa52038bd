package org.parley.events.position;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.parley.extraction.StanceValue;

/**
 * A stance that one statement expresses, for one holder.
 *
 * @param day when it was said, or published where that is not told
 * @param dayKnown whether the text tells the day
 * @param denies stances that the words deny having been taken: "we rejected nothing"
 * @param claimedBy the speaker where the stance is somebody else's, else null
 */
public record Expressed(
        UUID statement,
        UUID holder,
        UUID party,
        UUID proposal,
        UUID version,
        StanceValue stance,
        LocalDate day,
        boolean dayKnown,
        UUID claimedBy,
        Set<StanceValue> denies) {}
