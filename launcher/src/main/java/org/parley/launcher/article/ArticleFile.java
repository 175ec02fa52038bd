package org.parley.launcher.article;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file with one article, or with one on each line.
 *
 * @param path where it is
 * @param kind how to read it
 */
record ArticleFile(Path path, Kind kind) {

    /** The name that is kept with the article's version. */
    String name() {
        return path.getFileName().toString();
    }

    static Optional<ArticleFile> of(Path path) {
        return Optional.ofNullable(kind(path)).map(kind -> new ArticleFile(path, kind));
    }

    private static Kind kind(Path path) {
        return switch (extension(path)) {
            case "txt" -> Kind.TEXT;
            case "json" -> Kind.JSON;
            case "jsonl", "ndjson" -> Kind.LINES;
            case "html", "htm", "xhtml" -> Kind.PAGE;
            default -> null;
        };
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    enum Kind {
        TEXT("text/plain; charset=utf-8"),
        JSON("application/json"),
        LINES("application/x-ndjson"),
        /** Without a character set: the page itself says which one it is in. */
        PAGE("text/html");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
