package org.parley.sources.feed;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.sources.feed.FeedContent.Author;

/** Takes "name (address)", "address (name)" and their like apart. */
final class FeedPeople {

    private static final Pattern ADDRESS_FIRST = Pattern.compile("(\\S+@\\S+?)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("([^(<]*?)\\s*[(<]\\s*(\\S+@[^\\s)>]+)\\s*[)>]");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

    private FeedPeople() {}

    /** No one for null. */
    static List<Author> of(String text) {
        if (text == null) {
            return List.of();
        }
        Matcher addressFirst = ADDRESS_FIRST.matcher(text);
        if (addressFirst.matches()) {
            return author(addressFirst.group(2), addressFirst.group(1));
        }
        Matcher nameFirst = NAME_FIRST.matcher(text);
        if (nameFirst.matches()) {
            return author(nameFirst.group(1), nameFirst.group(2));
        }
        return ADDRESS.matcher(text).matches() ? author(null, text) : author(text, null);
    }

    static List<Author> author(String name, String email) {
        String named = name == null || name.isBlank() ? null : name.strip();
        String mailed = email == null || email.isBlank() ? null : email.strip();
        return named == null && mailed == null ? List.of() : List.of(new Author(named, mailed));
    }
}
