package org.parley.sources.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Finds the children of an element by prefix and name. Feeds bind the usual prefixes, or forget to, but keep them. */
final class Tags {

    private static final int LONGEST = 1_000_000;

    private Tags() {}

    /** The name without its prefix, in lower case. */
    static String name(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.substring(tag.indexOf(':') + 1);
    }

    /** {@code prefix} without its colon; empty for the format's own elements, which some feeds prefix as well. */
    static List<Element> all(Element parent, String prefix, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : parent.children()) {
            if (is(child, prefix, name)) {
                found.add(child);
            }
        }
        return found;
    }

    static Element first(Element parent, String prefix, String name) {
        for (Element child : parent.children()) {
            if (is(child, prefix, name)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first such child that has any, or null. */
    static String text(Element parent, String prefix, String name) {
        for (Element child : all(parent, prefix, name)) {
            String text = text(child);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** What stands in it: text as text, markup that was not escaped as markup; null if it is nothing but blanks. */
    static String text(Element element) {
        StringBuilder out = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof CDataNode || node instanceof TextNode) {
                out.append(((TextNode) node).getWholeText());
            } else if (node instanceof Element) {
                out.append(node.outerHtml());
            }
        }
        String text = out.toString().strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        return text.isEmpty() ? null : text;
    }

    /** An attribute, or null if it is missing or blank. */
    static String attribute(Element element, String name) {
        String value = element == null ? "" : element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static boolean is(Element element, String prefix, String name) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        if (prefix.isEmpty()) {
            return tag.equals(name) || tag.equals("rss:" + name) || tag.equals("atom03:" + name);
        }
        return tag.equals(prefix + ":" + name);
    }
}
