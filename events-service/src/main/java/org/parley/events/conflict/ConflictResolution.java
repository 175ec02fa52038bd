package org.parley.events.conflict;

/** How a disagreement is to be read; proposed by what the evidence shows, in this order, until a person decides. */
public enum ConflictResolution {
    /** An outlet corrected itself. */
    RESOLVED_BY_CORRECTION,
    /** Both were so, one after the other. */
    SUPERSEDED_IN_TIME,
    /** They speak of different versions. */
    DIFFERENT_VERSION,
    /** They speak of different things. */
    DIFFERENT_OBJECT,
    /** Independent reports that cannot both be right. */
    CONTRADICTION,
    /** Not enough is known. */
    OPEN,
    /** A person has said that this is no conflict. */
    DISMISSED
}
