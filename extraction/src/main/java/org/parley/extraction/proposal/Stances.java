package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Table;

/** Which proposals a statement speaks of, and what it expresses toward them, by the words it uses. Takes no side where they tell none. */
public final class Stances {

    private static final Set<String> PRONOUNS = Set.of("it", "this", "they", "that");
    private static final int NEAR = 400;

    private final Map<Pattern, StanceValue> patterns = new LinkedHashMap<>();

    public Stances() {
        for (String[] row : Table.rows("proposal/stance.tsv", Stances.class)) {
            patterns.put(Pattern.compile(row[1], Pattern.CASE_INSENSITIVE), StanceValue.valueOf(row[0]));
        }
    }

    /** One entry for each proposal spoken of; of several mentions of one the first in the content. */
    public List<About> of(Attribution statement, List<ProposalMention> mentions, Article article) {
        StanceValue stance = null;
        boolean read = false;
        List<About> about = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int i : spokenOf(statement, mentions, article)) {
            int group = mentions.get(i).group();
            if (group >= 0 && groups.contains(group)) {
                continue;
            }
            if (!read) {
                stance = stance(statement, article);
                read = true;
            }
            groups.add(group);
            about.add(new About(i, about.isEmpty() ? stance : null));
        }
        return about;
    }

    private static List<Integer> spokenOf(Attribution statement, List<ProposalMention> mentions, Article article) {
        List<Integer> found = new ArrayList<>();
        int low = 0;
        int high = mentions.size();
        int start = statement.content().stream().mapToInt(Span::start).min().orElse(0);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < start - NEAR) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        int before = -1;
        for (int i = low; i < mentions.size() && mentions.get(i).span().start() < end; i++) {
            Span span = mentions.get(i).span();
            if (statement.content().stream().anyMatch(c -> c.overlaps(span))) {
                found.add(i);
            } else if (span.end() <= start) {
                before = i;
            }
        }
        if (found.isEmpty()
                && before >= 0
                && startsWithPronoun(statement, article)
                && article.paragraphAt(mentions.get(before).span().start()) == article.paragraphAt(start)) {
            found.add(before);
        }
        return found;
    }

    private static boolean startsWithPronoun(Attribution statement, Article article) {
        String words = article.text(statement.content().get(0)).replaceFirst("^[\"\u201c\u2018']", "");
        int space = words.indexOf(' ');
        return space > 0 && PRONOUNS.contains(words.substring(0, space).toLowerCase(java.util.Locale.ROOT));
    }

    private StanceValue stance(Attribution statement, Article article) {
        SpeechAct act = Acts.of(statement);
        if (act == SpeechAct.ABSENCE) {
            return StanceValue.NO_PUBLIC_COMMITMENT;
        }
        StringBuilder words = new StringBuilder();
        statement
                .content()
                .forEach(c -> words.append(article.text(c), 0, Math.min(c.length(), 600))
                        .append(' '));
        StanceValue byWords = null;
        for (Map.Entry<Pattern, StanceValue> row : patterns.entrySet()) {
            if (row.getKey().matcher(words).find()) {
                byWords = row.getValue();
                break;
            }
        }
        return switch (act) {
            case REJECT, DISMISS -> StanceValue.OPPOSE;
            case PRAISE -> StanceValue.SUPPORT;
            case DENY -> null;
            default -> byWords;
        };
    }
}
