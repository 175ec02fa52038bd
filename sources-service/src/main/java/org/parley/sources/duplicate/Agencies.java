package org.parley.sources.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the agency that an article names as where its text is from: in its byline, in the brackets of a dateline, in a
 * credit line. A name counts only if it is that of a known agency or of an outlet here, so that brackets and sources of
 * other kinds are not taken for one.
 */
@ApplicationScoped
class Agencies {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("reuters", "Reuters"),
            Map.entry("thomson reuters", "Reuters"),
            Map.entry("ap", "Associated Press"),
            Map.entry("associated press", "Associated Press"),
            Map.entry("the associated press", "Associated Press"),
            Map.entry("afp", "AFP"),
            Map.entry("agence france-presse", "AFP"),
            Map.entry("dpa", "dpa"),
            Map.entry("upi", "UPI"),
            Map.entry("pa media", "PA Media"),
            Map.entry("pa", "PA Media"),
            Map.entry("tass", "TASS"),
            Map.entry("interfax", "Interfax"),
            Map.entry("ukrinform", "Ukrinform"),
            Map.entry("xinhua", "Xinhua"),
            Map.entry("kyodo", "Kyodo"),
            Map.entry("kyodo news", "Kyodo"),
            Map.entry("yonhap", "Yonhap"),
            Map.entry("ansa", "ANSA"),
            Map.entry("efe", "EFE"),
            Map.entry("anadolu", "Anadolu"),
            Map.entry("aa", "Anadolu"),
            Map.entry("pti", "PTI"),
            Map.entry("irna", "IRNA"),
            Map.entry("bloomberg", "Bloomberg"));

    /** Two letters are too little outside the brackets of a dateline. */
    private static final Pattern DATELINE =
            Pattern.compile("\\A[^\\n]{0,80}?\\(([\\p{L}][\\p{L} .&'-]{1,40})\\)\\s*[-\u2013\u2014:]");

    private static final Pattern ANONYMOUS = Pattern.compile(
            "(?i)\\((?:news )?agencies\\)|\\b(?:and|from|by|with) (?:news |wire )?(?:agencies|wires)\\b");

    private static final Pattern SEVERAL = Pattern.compile(",| and |/|;");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

    private static final List<Pattern> CREDITS = List.of(
            credit("(?:with )?(?:additional )?(?:reporting|material|text|input) (?:by|from)"),
            credit("source:"),
            credit("(?:by|from)"),
            credit("(?:first|originally) published by"),
            credit("\u00a9|\\(c\\)|copyright(?: \u00a9)?(?: \\d{4})?"));

    private final Jdbi jdbi;
    private volatile Map<String, String> names = KNOWN;

    Agencies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Where a text says it is from.
     *
     * @param agency by name, or null
     * @param anonymous whether it says "agencies" without naming one
     */
    record Credit(String agency, boolean anonymous) {

        boolean isGiven() {
            return agency != null || anonymous;
        }
    }

    Credit creditOf(String text, String byline) {
        String head = text.substring(0, Math.min(text.length(), 200)) + "\n" + (byline == null ? "" : byline);
        return new Credit(namedBy(text, byline), ANONYMOUS.matcher(head).find());
    }

    private String namedBy(String text, String byline) {
        String body = text.strip();
        for (String line : body.lines().limit(6).toList()) {
            Matcher dateline = DATELINE.matcher(line);
            if (dateline.find()) {
                String found = names.get(dateline.group(1).strip().toLowerCase(Locale.ROOT));
                if (found != null) {
                    return found;
                }
            }
        }
        if (byline != null) {
            String found = credited(byline);
            if (found != null) {
                return found;
            }
        }
        List<String> lines =
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            // Credits stand at the ends; a line in the middle is somebody's sentence.
            if ((i < 4 || i >= lines.size() - 4) && lines.get(i).length() <= 160) {
                String found = credited(lines.get(i));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private String credited(String line) {
        String bare = line.strip()
                .replaceAll("^[\\[(*_\u2013\u2014-]+|[\\])*_.]+$", "")
                .strip();
        String whole = bare.length() > 2 ? names.get(bare.toLowerCase(Locale.ROOT)) : null;
        if (whole != null) {
            return whole;
        }
        for (Pattern credit : CREDITS) {
            Matcher matcher = credit.matcher(bare);
            if (matcher.matches()) {
                for (String name : SEVERAL.split(matcher.group(1))) {
                    String key =
                            name.strip().toLowerCase(Locale.ROOT).replaceFirst(" (staff|reporters?|writers?)$", "");
                    if (names.containsKey(key) && (key.length() > 3 || KNOWN.containsKey(key))) {
                        return names.get(key);
                    }
                }
            }
        }
        return null;
    }

    /** Reads the names of the outlets anew; to be called before a lot of texts. */
    void refresh() {
        Map<String, String> read = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select name from outlet")
                .mapTo(String.class)
                .forEach(name -> {
                    read.put(name.toLowerCase(Locale.ROOT), name);
                    String initials = initials(name);
                    if (initials.length() > 1) {
                        read.put(initials, name);
                    }
                }));
        read.putAll(KNOWN);
        names = Map.copyOf(read);
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                initials.append(Character.toLowerCase(word.charAt(0)));
            }
        }
        return initials.toString();
    }

    private static Pattern credit(String opening) {
        return Pattern.compile("(?i)(?:" + opening + ")\\s+(.{2,120})");
    }
}
