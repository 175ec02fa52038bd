package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.names.Outlets;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** "According to Reuters, he said ...", "Reuters reported that he said ...": Reuters is the way it reached us, not a second speaker. */
final class Via {

    private static final Set<String> CITED = Set.of("quote", "cite");

    private final Outlets outlets;

    Via(Outlets outlets) {
        this.outlets = outlets;
    }

    List<Attribution> fold(List<Attribution> found, Article article) {
        List<Attribution> kept = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Attribution outer = found.get(i);
            if (isCitation(outer) && isCited(outer, found, i)) {
                continue;
            }
            boolean news = isNews(outer, article);
            if (!isRelay(outer) && !news) {
                kept.add(outer);
                continue;
            }
            Span content = outer.content.get(0);
            boolean opens = outer.cue.start() < content.start();
            boolean folded = false;
            for (int k = Math.max(0, i - 4); k < Math.min(found.size(), i + 5); k++) {
                Attribution inner = found.get(k);
                if (k == i
                        || inner.cue == null
                        || inner.sentence != outer.sentence
                        || isRelay(inner)
                        || !content.contains(inner.cue.start())) {
                    continue;
                }
                if (inner.isBare()) {
                    continue;
                }
                if (news) {
                    boolean all = inner.source != null
                            && inner.source.start() - content.start() < 3
                            && !inner.negated
                            && endsWith(inner, outer);
                    if (all) {
                        inner.via = outer.source;
                        folded = true;
                    }
                    continue;
                }
                boolean fills = inner.size() * 2 > outer.size();
                if ((opens && fills) || (!opens && fills && endsWith(inner, outer))) {
                    inner.via = outer.source;
                    inner.content = cutOff(inner.content, outer.cue.start(), opens);
                    folded = true;
                }
            }
            if (!folded) {
                kept.add(outer);
            }
        }
        return kept;
    }

    /** '"...," the mayor concluded, quoted by the Herald'. */
    private static boolean isCitation(Attribution outer) {
        return outer.source != null
                && outer.verb != null
                && CITED.contains(outer.lemma)
                && Clauses.isPassive(outer.verb);
    }

    private static boolean isCited(Attribution citation, List<Attribution> found, int at) {
        for (int k = Math.max(0, at - 4); k < Math.min(found.size(), at + 5); k++) {
            Attribution said = found.get(k);
            if (k != at
                    && said.sentence == citation.sentence
                    && said.source != null
                    && said.shared(citation) > 0.9 * citation.size()) {
                said.via = citation.source;
                return true;
            }
        }
        return false;
    }

    /** "Reuters reported that ...", "..., Reuters reported". */
    private boolean isNews(Attribution outer, Article article) {
        return outer.type == CueClass.REPORT
                && outer.cue != null
                && outer.source != null
                && outer.content.size() == 1
                && outlets.isOutlet(article.text(outer.source));
    }

    private static boolean isRelay(Attribution attribution) {
        return attribution.rule.equals("according-to")
                || attribution.rule.equals("as-reported")
                || attribution.rule.equals("citing");
    }

    /** The inner content goes up to the outer one's end, or to its cue. */
    private static boolean endsWith(Attribution inner, Attribution outer) {
        int end = inner.content.get(inner.content.size() - 1).end();
        return end >= outer.content.get(outer.content.size() - 1).end() - 2;
    }

    private static List<Span> cutOff(List<Span> content, int at, boolean opens) {
        if (opens) {
            return content;
        }
        List<Span> cut = new ArrayList<>();
        for (Span span : content) {
            if (span.start() < at) {
                cut.add(span.end() <= at ? span : new Span(span.start(), at));
            }
        }
        return cut;
    }
}
