package org.parley.launcher.evaluate;

import java.util.List;

/** The seven values of a stance put together to the four that are judged. */
final class Stance {

    static final String NEUTRAL = "neutral";
    static final List<String> CLASSES = List.of("support", "conditional", "oppose", NEUTRAL);

    private Stance() {}

    /** Of several the first that takes a side; null where no proposal is spoken of. */
    static String of(List<String> stances) {
        return stances.stream()
                .map(Stance::coarse)
                .filter(s -> !s.equals(NEUTRAL))
                .findFirst()
                .orElse(stances.isEmpty() ? null : NEUTRAL);
    }

    private static String coarse(String value) {
        return switch (value) {
            case "conditional_support", "partial_acceptance" -> "conditional";
            case "sceptical" -> "oppose";
            case "support", "oppose" -> value;
            default -> NEUTRAL;
        };
    }
}
