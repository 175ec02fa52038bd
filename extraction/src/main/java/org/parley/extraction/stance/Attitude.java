package org.parley.extraction.stance;

/** What a word tells of the stance of who says it; the words are in the table {@code stance/attitudes.tsv}. */
enum Attitude {
    /** Something one does in favour: counts only as the speaker's own deed ("we accept", not "they accept"). */
    FOR_DEED,
    /** A judgement in favour, whoever's deed is spoken of. */
    FOR,
    /** Others should do it: "must be signed". */
    URGED,
    /** "a basis for talks": in favour, though of nothing settled. */
    BASIS,
    AGAINST_DEED,
    AGAINST,
    DOUBT,
    /** What was done to the speaker's own: "our members were sold". */
    HURT,
    /** Told only where denied, as a reserve: "but we will not yield". */
    YIELD,
    /** Told only where denied, in favour: "would not reopen it". */
    UNDO,
    /** The speaker's own, before an answer: "we are studying it". */
    WAIT,
    /** Of a part only. */
    PART,
    CONDITION,
    /** What opens a refusal again: "not unless the fares fall". */
    UNLESS,
    POSSIBLE,
    /** What would mend it; told only by who demands it: "called for guarantees". */
    REMEDY,
    /** A demand on the thing itself: "any plan must ...". */
    MUST,
    BUT,
    /** Images count only where they are what the thing is said to be: "the pact is a bridge", not "the bridge is closed". */
    IMAGE_FOR,
    IMAGE_BASIS,
    IMAGE_AGAINST,
    IMAGE_DOUBT,
    /** What a proposal does, or would do, counts only where it is the one that does it: "the pact protects us", not "guards protect us". */
    EFFECT_FOR,
    EFFECT_AGAINST,
    EFFECT_DOUBT,
    /** What a proposal may just provide for: a judgement only in the speaker's own words or where done to him ("it cuts us off"). */
    PROVIDES_FOR,
    PROVIDES_AGAINST;

    boolean isImage() {
        return name().startsWith("IMAGE");
    }

    boolean isEffect() {
        return name().startsWith("EFFECT") || isProvision();
    }

    boolean isProvision() {
        return name().startsWith("PROVIDES");
    }

    /** What an image or effect means; itself for plain words. */
    Attitude plain() {
        return switch (this) {
            case IMAGE_FOR, EFFECT_FOR, PROVIDES_FOR -> FOR;
            case IMAGE_BASIS -> BASIS;
            case IMAGE_AGAINST, EFFECT_AGAINST, PROVIDES_AGAINST -> AGAINST;
            case IMAGE_DOUBT, EFFECT_DOUBT -> DOUBT;
            default -> this;
        };
    }
}
