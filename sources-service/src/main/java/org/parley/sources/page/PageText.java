package org.parley.sources.page;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Plain text of an element: a blank line between its blocks, a line's end for a break, no markup. */
public final class PageText {

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "video",
            "audio",
            "form",
            "button",
            "select",
            "textarea",
            "nav",
            "head");

    private PageText() {}

    /** The text of a piece of HTML, such as an entry of a feed. */
    public static String ofHtml(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    static String of(Element root) {
        Element copy = root.clone();
        copy.select(String.join(",", LEFT_OUT)).remove();
        StringBuilder out = new StringBuilder();
        copy.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    append(out, text.getWholeText());
                } else if (node instanceof Element element) {
                    if (element.tagName().equals("br")) {
                        newLine(out);
                    } else if (element.isBlock()) {
                        blankLine(out);
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    blankLine(out);
                }
            }
        });
        return out.toString().strip();
    }

    private static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u00a0';
            if (!blank) {
                // Zero-width marks of the layout are no characters of the article.
                if (c != '\u200b' && c != '\ufeff' && c != '\u00ad') {
                    out.append(c);
                }
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
                out.append(' ');
            }
        }
    }

    private static void newLine(StringBuilder out) {
        trim(out);
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private static void blankLine(StringBuilder out) {
        newLine(out);
        if (!out.isEmpty() && (out.length() < 2 || out.charAt(out.length() - 2) != '\n')) {
            out.append('\n');
        }
    }

    private static void trim(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
