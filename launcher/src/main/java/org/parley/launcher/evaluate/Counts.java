package org.parley.launcher.evaluate;

import java.util.TreeMap;

/** Numbers by name; what was never counted is 0. */
final class Counts {

    private final TreeMap<String, Integer> numbers = new TreeMap<>();

    void add(String name, int more) {
        numbers.merge(name, more, Integer::sum);
    }

    void add(Counts others) {
        others.numbers.forEach(this::add);
    }

    int of(String name) {
        return numbers.getOrDefault(name, 0);
    }
}
