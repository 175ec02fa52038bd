package org.parley.events.negotiation;

/**
 * Two proposals that may be one: too little tells, or what tells is at odds.
 *
 * @param why for people
 * @param confidence how sure it is that they are two, from 0 to 1
 */
record MayBeOne(Cluster one, Cluster other, String why, double confidence) {

    /** Told by names and numbers that both have, and not by their makers. */
    static MayBeOne inSpiteOfMakers(Cluster one, Cluster other, String shared) {
        return new MayBeOne(one, other, "both are told with %s, of different makers".formatted(shared), 0.6);
    }

    /** Several could be meant, and nothing tells which. */
    static MayBeOne amongOthers(Cluster one, Cluster other, int others) {
        return new MayBeOne(
                one, other, "this could be one of %d that are known, and nothing tells which".formatted(others), 0.5);
    }

    MayBeOne now() {
        return new MayBeOne(one.now(), other.now(), why, confidence);
    }
}
