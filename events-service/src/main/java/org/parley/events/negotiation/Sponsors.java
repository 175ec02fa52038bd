package org.parley.events.negotiation;

import java.util.Collection;
import java.util.List;
import org.parley.events.actor.Names;

/** Whether two names of who makes a proposal can be of the same. */
final class Sponsors {

    private Sponsors() {}

    static boolean same(String one, String other) {
        String a = Names.normalised(one);
        String b = Names.normalised(other);
        return a.equals(b) || a.endsWith(" " + b) || b.endsWith(" " + a) || begins(a, b) || begins(b, a);
    }

    /** "Elm River" cut short from "Elm River Board"; one word alone may be of many. */
    private static boolean begins(String whole, String part) {
        return part.indexOf(' ') > 0 && whole.startsWith(part + " ");
    }

    /** Each once, by the longest of its names. */
    static List<String> each(Collection<String> names) {
        return names.stream()
                .filter(one -> names.stream().noneMatch(other -> other.length() > one.length() && same(one, other)))
                .toList();
    }

    static boolean agree(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> same(one, other)));
    }
}
