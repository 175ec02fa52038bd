package org.parley.extraction.text;

import java.util.List;

/** Turns a run of list items that are single words or short names into tags: "- Kesrania", "- PeaceDeal", "- Ceasefire". */
final class TagList {

    private static final int LEAST = 3;

    private TagList() {}

    static void mark(String text, List<Region> regions) {
        int i = 0;
        while (i < regions.size()) {
            int from = i;
            while (i < regions.size() && isTag(text, regions.get(i))) {
                i++;
            }
            if (i - from >= LEAST) {
                for (int k = from; k < i; k++) {
                    Region item = regions.get(k);
                    regions.set(k, new Region(Region.Kind.TAGS, item.start(), item.end()));
                }
            }
            i = Math.max(i, from + 1);
        }
    }

    private static boolean isTag(String text, Region region) {
        if (region.kind() != Region.Kind.LIST || region.end() - region.start() > 40) {
            return false;
        }
        String item = text.substring(region.start(), region.end());
        String words = item.substring(ListItem.markerLength(item));
        int spaces = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ') {
                spaces++;
            } else if (!Character.isLetterOrDigit(c) && c != '-' && c != '&') {
                return false;
            }
        }
        return spaces == 0 && Character.isUpperCase(words.charAt(0));
    }
}
