package org.parley.extraction.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Table;

/** Finds the phrases that name a proposal, with the number of points and the sponsor they tell. Immutable. */
public final class ProposalFinder {

    private static final Set<String> VAGUE = Set.of(
            "any", "no", "every", "each", "some", "such", "another", "what", "which", "either", "neither", "many",
            "several", "various", "other");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> BEHIND = Set.of(
            "backed",
            "drafted",
            "brokered",
            "sponsored",
            "proposed",
            "led",
            "authored",
            "mediated",
            "supported",
            "written",
            "designed",
            "crafted",
            "initiated",
            "championed");
    private static final Set<String> UNITS = Set.of("point", "article", "item", "paragraph", "step", "page", "clause");
    private static final Pattern FROM_TO = Pattern.compile(
            "\\bfrom (?:\\d{1,2}|\\p{L}+)(?: (?:points|articles|items|provisions))? to (\\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\\b(?! percent| per cent|%| kilo)");
    private static final int LONGEST = 12;

    private final Map<String, Head> heads = new HashMap<>();
    private final Map<String, String> modifiers = new HashMap<>();
    private final Gazetteers gazetteers;

    public ProposalFinder(Gazetteers gazetteers) {
        this.gazetteers = gazetteers;
        for (String[] row : Table.rows("proposal/heads.tsv", ProposalFinder.class)) {
            heads.put(
                    row[0],
                    new Head(
                            row[0],
                            ProposalMention.Kind.valueOf(row[1]),
                            row[2],
                            Head.Use.valueOf(row[3].toUpperCase(Locale.ROOT))));
        }
        for (String[] row : Table.rows("proposal/modifiers.tsv", ProposalFinder.class)) {
            modifiers.put(row[0], row[1]);
        }
    }

    /** The mentions of an article, in order. */
    public List<ProposalMention> in(Article article) {
        List<ProposalMention> found = new ArrayList<>();
        Groups groups = new Groups();
        for (ParsedSentence sentence : article.sentences()) {
            int first = found.size();
            for (int i = 0; i < sentence.size(); i++) {
                ProposalMention mention = at(i, sentence, groups);
                if (mention != null
                        && (found.isEmpty()
                                || found.get(found.size() - 1).span().end()
                                        <= mention.span().start())) {
                    found.add(mention);
                }
            }
            Matcher change = FROM_TO.matcher(article.text(sentence.span()));
            if (found.size() > first && found.get(first).group() >= 0 && change.find()) {
                groups.changed(found.get(first).group(), Numbers.of(change.group(1)));
            }
        }
        return found;
    }

    private ProposalMention at(int i, ParsedSentence sentence, Groups groups) {
        Word noun = sentence.word(i);
        Head head = head(noun, sentence);
        if (head == null || isPremodifier(sentence, i)) {
            return null;
        }
        int from = start(sentence, i);
        Features features = features(sentence, from, i, head);
        boolean isPast = features != null
                && head.use() == Head.Use.COUNTED
                && from > 0
                && sentence.word(from - 1).lower().equals("from");
        if (features == null || isPast || !isMention(noun, head, features, groups)) {
            return null;
        }
        Span span = new Span(sentence.word(from).start(), end(sentence, i, features));
        int group = groups.of(head, features, span.start());
        ProposalMention.Kind kind =
                "later".equals(features.version()) && head.family().equals("plan")
                        ? ProposalMention.Kind.REVISION
                        : head.kind();
        Integer count = features.count() != null ? features.count() : groups.countOf(group);
        String sponsor = features.sponsor() != null ? features.sponsor() : groups.sponsorOf(group);
        String rule = features.count() != null
                ? "counted"
                : features.sponsor() != null ? "sponsored" : features.names() ? "modified" : "anaphor";
        double confidence = features.count() != null || features.sponsor() != null
                ? 0.9
                : features.names() ? 0.8 : group < 0 ? 0.4 : 0.6;
        return new ProposalMention(span, head.lemma(), kind, count, sponsor, group, rule, confidence);
    }

    private Head head(Word noun, ParsedSentence sentence) {
        if (!noun.isNoun()) {
            return null;
        }
        String lemma = noun.lemma().toLowerCase(Locale.ROOT);
        int i = noun.index();
        if (i > 1
                && sentence.word(i - 1).form().equals("-")
                && sentence.word(i - 1).end() == noun.start()) {
            Head joined = heads.get(sentence.word(i - 2).lower() + "-" + lemma);
            return joined;
        }
        return heads.get(lemma);
    }

    /** "plan" in "plan author": part of another noun's name. */
    private boolean isPremodifier(ParsedSentence sentence, int i) {
        Word noun = sentence.word(i);
        if (i + 1 >= sentence.size()) {
            return false;
        }
        Word next = sentence.word(i + 1);
        return next.isNoun() && noun.hasRelation("compound", "nmod", "nn")
                || next.form().equals("-") && next.start() == noun.end();
    }

    /** First word of the phrase: back over modifiers to a determiner or a possessor. */
    private static int start(ParsedSentence sentence, int i) {
        int from = i;
        while (from > 0 && i - from < LONGEST && belongs(sentence, from - 1, i)) {
            from--;
            String tag = sentence.word(from).tag();
            if (tag.equals("DT") || tag.equals("PRP$") || tag.equals("WP$")) {
                break;
            }
        }
        while (from < i
                && (sentence.word(from).isPunctuation()
                        || sentence.word(from).tag().equals("POS"))) {
            from++;
        }
        return from;
    }

    private static boolean belongs(ParsedSentence sentence, int at, int noun) {
        Word word = sentence.word(at);
        String tag = word.tag();
        if (tag.equals("POS")
                || tag.equals("HYPH")
                || word.form().equals("-")
                || tag.equals("PRP$")
                || tag.equals("DT")
                || tag.equals("CD")
                || tag.startsWith("JJ")
                || tag.startsWith("NN")) {
            return true;
        }
        boolean modifier = word.hasRelation("nmod", "amod", "compound", "hmod", "hyph");
        return (tag.equals("VBN") || tag.equals("VBD") || tag.equals("VBG"))
                && (modifier
                        || at + 1 <= noun
                                && at > 0
                                && sentence.word(at - 1).form().equals("-"));
    }

    private Features features(ParsedSentence sentence, int from, int to, Head head) {
        Integer count = null;
        String sponsor = null;
        String version = null;
        boolean topic = false;
        boolean definite = false;
        for (int i = from; i < to; i++) {
            Word word = sentence.word(i);
            String lower = word.lower();
            if (VAGUE.contains(lower) && i == from) {
                return null;
            }
            definite |= i == from && (DEFINITE.contains(lower) || word.tag().equals("PRP$"))
                    || word.tag().equals("POS");
            Integer number = Numbers.of(lower);
            boolean hyphen = i + 2 <= to && sentence.word(i + 1).form().equals("-");
            if (number != null && hyphen && UNITS.contains(sentence.word(i + 2).lower())) {
                count = number;
            } else if (number != null
                    && i == to - 1
                    && (head.use() == Head.Use.COUNTED || head.use() == Head.Use.PLURAL)) {
                count = number;
            } else if (lower.indexOf('-') > 0
                    && UNITS.contains(lower.substring(lower.indexOf('-') + 1))
                    && Numbers.of(lower.substring(0, lower.indexOf('-'))) != null) {
                count = Numbers.of(lower.substring(0, lower.indexOf('-')));
            }
            String kind = modifiers.get(lower);
            if (kind != null) {
                topic |= kind.equals("topic");
                version = kind.equals("topic") ? version : kind;
            }
            sponsor = sponsor != null ? sponsor : sponsor(sentence, from, i, to);
        }
        if (count == null) {
            count = ofPoints(sentence, to);
        }
        return new Features(count, sponsor, version, definite, topic);
    }

    /** "a text of 13 points". */
    private static Integer ofPoints(ParsedSentence sentence, int noun) {
        if (noun + 3 < sentence.size()
                && sentence.word(noun + 1).lower().equals("of")
                && UNITS.contains(sentence.word(noun + 3).lemma())) {
            return Numbers.of(sentence.word(noun + 2).lower());
        }
        return null;
    }

    /** "US-backed", "American", "Washington's": who is behind it, in the usual name. */
    private String sponsor(ParsedSentence sentence, int from, int i, int noun) {
        Word word = sentence.word(i);
        if (word.isPunctuation() || word.tag().equals("POS")) {
            return null;
        }
        boolean backed = i + 2 < sentence.size()
                && sentence.word(i + 1).form().equals("-")
                && BEHIND.contains(sentence.word(i + 2).lower());
        boolean owner = i + 1 < noun && sentence.word(i + 1).tag().equals("POS") && (word.isProperNoun());
        boolean country = word.isProperNoun() || word.tag().startsWith("JJ");
        for (int k = Math.max(from, i - 2); k <= i; k++) {
            String words = text(sentence, k, i);
            var known = gazetteers.country(words);
            if (known.isPresent() && country) {
                return known.get().country().name();
            }
        }
        if (backed || owner) {
            return word.is(EntityType.GPE)
                            || word.is(EntityType.ORG)
                            || word.is(EntityType.PERSON)
                            || word.isProperNoun()
                    ? entity(word)
                    : null;
        }
        return null;
    }

    private static String entity(Word word) {
        String name = word.entity() == null ? word.form() : word.entity().text().replaceAll("\\s+", " ");
        return name.replaceFirst("['\u2019]s?$", "");
    }

    private static String text(ParsedSentence sentence, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i > from ? " " : "").append(sentence.word(i).form());
        }
        return text.toString();
    }

    private static boolean isMention(Word noun, Head head, Features features, Groups groups) {
        boolean plural = noun.tag().equals("NNS") || noun.tag().equals("NNPS");
        return switch (head.use()) {
            case STRONG ->
                (features.names() || features.definite() && (groups.knows(head.family()) || !plural))
                        && (!plural || features.definite() || features.count() != null);
            case DEFINITE -> features.definite() && !plural && !groups.isEmpty();
            case MODIFIED ->
                (features.topic()
                                || features.version() != null
                                || features.count() != null
                                || features.definite() && groups.knows(head.family()))
                        && !plural;
            case ANAPHOR ->
                !plural
                        && (features.definite() && !groups.isEmpty()
                                || features.count() != null
                                || features.version() != null
                                || features.topic() && features.definite());
            case COUNTED ->
                plural
                        && features.count() != null
                        && features.count() > 2
                        && (features.definite() || head.lemma().equals("point"));
            case PLURAL ->
                plural
                        && (features.count() != null
                                || features.definite()
                                        && (features.sponsor() != null || features.names() || groups.knows("terms")));
        };
    }

    /** The noun's end, or that of "of N points", "on steel", "for Osterland" after it. */
    private static int end(ParsedSentence sentence, int noun, Features features) {
        int end = sentence.word(noun).end();
        if (features.count() != null && ofPoints(sentence, noun) != null) {
            return sentence.word(noun + 3).end();
        }
        if (noun + 2 < sentence.size()
                && Set.of("on", "for").contains(sentence.word(noun + 1).lower())) {
            int i = noun + 2;
            while (i < sentence.size()
                    && i < noun + 6
                    && (sentence.word(i).isNoun()
                            || sentence.word(i).tag().equals("DT")
                            || sentence.word(i).tag().startsWith("JJ"))) {
                i++;
            }
            boolean proper = i > noun + 2
                    && sentence.word(i - 1).isNoun()
                    && !sentence.word(i - 1).is(EntityType.DATE);
            return proper ? sentence.word(i - 1).end() : end;
        }
        return end;
    }
}
