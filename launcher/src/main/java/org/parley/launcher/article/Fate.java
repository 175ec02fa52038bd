package org.parley.launcher.article;

/**
 * What became of one article.
 *
 * @param where file, and line where the file has one article on each
 * @param kind in a word
 * @param why the reason of a refusal, else null
 */
record Fate(String where, Kind kind, String why) {

    static Fate refused(String where, String why) {
        return new Fate(where, Kind.REFUSED, why);
    }

    String line() {
        String start = "%-12s %s".formatted(kind.words, where);
        return why == null ? start : start + ": " + why;
    }

    enum Kind {
        STORED("stored"),
        NEW_VERSION("new version"),
        UNCHANGED("unchanged"),
        REFUSED("refused");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
