package org.parley.events.negotiation;

import java.util.Collection;
import org.parley.events.actor.Names;

/** Whether two names of who makes a proposal can be of the same. */
final class Sponsors {

    private Sponsors() {}

    static boolean same(String one, String other) {
        String a = Names.normalised(one);
        String b = Names.normalised(other);
        return a.equals(b) || a.endsWith(" " + b) || b.endsWith(" " + a);
    }

    static boolean agree(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> same(one, other)));
    }
}
