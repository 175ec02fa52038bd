package org.parley.extraction.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.syntax.Article;

/** Finds what an article states of proposals in its own voice: how many points one has, and how many it was cut to. */
public final class AssertionFinder {

    private static final String NUMBER =
            "(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)";
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:cut|trimmed|revised|reduced|narrowed|shortened|pared|whittled|slimmed|shrunk|shrinks?|expanded|extended|grown|down|cutting)\\b[^.;]{0,80}?\\b(?:to|into) "
                    + NUMBER + "(?: (?:points|articles|items|provisions|conditions))?(?: (?:down )?from " + NUMBER
                    + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("\\bfrom " + NUMBER + "(?: (?:points|articles|items|provisions))? to " + NUMBER + "\\b");
    private static final Pattern HAS = Pattern.compile("\\b(?:has|have|contains|contain|holds|lists|comprises|with|of) "
            + NUMBER + " (?:points|articles|items|provisions|conditions)\\b");

    private final Article article;
    private final TreeMap<Integer, Integer> said = new TreeMap<>();

    public AssertionFinder(Article article) {
        this.article = article;
    }

    /** The assertions, in order; those that somebody is said to make are left to the statements. */
    public List<ExtractedAssertion> in(List<ProposalMention> mentions, List<ExtractedStatement> statements) {
        keepSaid(statements);
        List<ExtractedAssertion> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < mentions.size(); i++) {
            ProposalMention mention = mentions.get(i);
            if (mention.rule().equals("counted") && isOwnVoice(mention.span())) {
                found.add(new ExtractedAssertion(
                        "pointCount", mention.pointCount().toString(), List.of(mention.span()), i));
            }
        }
        for (ParsedSentence sentence : article.sentences()) {
            Span span = sentence.span();
            String words = article.text(span);
            while (from < mentions.size() && mentions.get(from).span().end() <= span.start()) {
                from++;
            }
            for (Pattern pattern : List.of(FROM, CHANGE, HAS)) {
                Matcher matcher = pattern.matcher(words);
                if (matcher.find()) {
                    String number = pattern == FROM ? matcher.group(2) : matcher.group(1);
                    Span where = new Span(span.start() + matcher.start(), span.start() + matcher.end());
                    int mention = mentionIn(span, from, mentions);
                    if (mention >= 0 && isOwnVoice(where)) {
                        found.add(new ExtractedAssertion(
                                pattern == HAS ? "pointCount" : "revisedPointCount", number, List.of(where), mention));
                    }
                    break;
                }
            }
        }
        found.sort((a, b) -> a.receipts().get(0).compareTo(b.receipts().get(0)));
        return found;
    }

    private static int mentionIn(Span sentence, int from, List<ProposalMention> mentions) {
        return from < mentions.size() && sentence.contains(mentions.get(from).span()) ? from : -1;
    }

    /** What somebody is said to have said: start to end, none overlapping. */
    private void keepSaid(List<ExtractedStatement> statements) {
        List<Span> all = new ArrayList<>();
        statements.forEach(s -> all.addAll(s.content()));
        all.sort(Span::compareTo);
        for (Span span : all) {
            Map.Entry<Integer, Integer> before = said.floorEntry(span.start());
            if (before != null && before.getValue() >= span.start()) {
                said.put(before.getKey(), Math.max(before.getValue(), span.end()));
            } else {
                said.put(span.start(), span.end());
            }
        }
    }

    private boolean isOwnVoice(Span span) {
        Map.Entry<Integer, Integer> before = said.lowerEntry(span.end());
        return !article.inQuotation(span.start()) && (before == null || before.getValue() <= span.start());
    }
}
