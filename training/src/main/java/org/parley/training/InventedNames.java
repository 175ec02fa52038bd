package org.parley.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.parley.extraction.names.Gazetteers;

/** Names of people and places that nobody bears, in the sounds of many languages, so that the name tagger learns to trust a name's surroundings. */
final class InventedNames {

    private static final String[] ONSETS =
            ("b br d dr f g gr h j k kr l m n p pr r s sh st t tr v w y z zh ch kh th sk kl "
                            + "Mb Nk Kw Dz Sv Vl Al Be Ka Ma")
                    .split(" ");
    private static final String[] VOWELS = "a a e e i o o u ai au ei ie ou ya yu á é í ö ü".split(" ");
    private static final String[] CODAS = "n r l m s k t d sh rd nd lt rk v z g b nt st".split(" ");
    private static final String[] ENDINGS =
            ("ov ova ev eva in ina enko uk chuk sky ski ska ić ović ev yan ian adze shvili oglu ez es ães o a i e is as "
                            + "aitis ius sson sen berg mann er ert ault ier eau i ari awi ani ouni adi zadeh pour ullah iqi an ang ong ing un uan ito ada moto "
                            + "ura aki mba ngwe ele ola kwu ston ley ford well man son y")
                    .split(" ");
    private static final String[] PARTICLES = "al el bin ibn abu de da dos van von der ben di le".split(" ");
    private static final String[] PLACES =
            ("ia a land stan o an e ara ona una ina berg grad ville ton burg ada u i").split(" ");
    private static final String[] PEOPLES = "ian an ese i ish ic ite".split(" ");

    private final Random random;
    private final List<String> known;

    InventedNames(Random random, Gazetteers gazetteers) {
        this.random = random;
        known = gazetteers.firstNames().stream().sorted().toList();
    }

    /** Mostly a listed one: that is what the list is for. */
    String first() {
        return random.nextInt(4) > 0
                ? known.get(random.nextInt(known.size()))
                : capital(stem(1 + random.nextInt(2)) + one(VOWELS));
    }

    /** One or more tokens. */
    List<String> family() {
        List<String> out = new ArrayList<>();
        int kind = random.nextInt(12);
        if (kind == 0) {
            out.addAll(List.of(random.nextBoolean() ? "al" : "Al", "-"));
        } else if (kind == 1) {
            out.add(one(PARTICLES));
        }
        out.add(surname());
        if (kind == 2) {
            out.addAll(List.of("-", surname()));
        } else if (kind == 3) {
            out.addAll(List.of(one(PARTICLES), surname()));
        }
        return out;
    }

    /** "Seo-rin", "Cheuk-yan": a given name that follows the family's. */
    List<String> given() {
        String second = stem(1);
        return List.of(capital(stem(1)), "-", random.nextBoolean() ? second : capital(second));
    }

    String place() {
        return capital(stem(1 + random.nextInt(2)) + one(PLACES));
    }

    String people() {
        return capital(stem(1 + random.nextInt(2)) + one(PEOPLES));
    }

    private String surname() {
        String name = random.nextInt(6) == 0 ? stem(1) : stem(1 + random.nextInt(2)) + one(ENDINGS);
        return capital(
                random.nextInt(40) == 0 ? "O'" + capital(name) : random.nextInt(40) == 0 ? "mc" + capital(name) : name);
    }

    private String stem(int syllables) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            b.append(one(ONSETS).toLowerCase(java.util.Locale.ROOT)).append(one(VOWELS));
            if (i == syllables - 1 || random.nextInt(3) == 0) {
                b.append(one(CODAS));
            }
        }
        return b.toString();
    }

    private static String capital(String s) {
        return Character.toUpperCase(s.charAt(0)) + s.substring(1);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
