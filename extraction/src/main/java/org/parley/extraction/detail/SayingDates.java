package org.parley.extraction.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.StatedOn;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Region;

/** The day of a saying, where its own sentence tells: never a day that belongs to what is said, or to another verb. Made for one article. */
final class SayingDates {

    private static final Pattern YEAR = Pattern.compile(
            "\\b(?:" + "January|February|March|April|May|June|July|August|September|October|November|December"
                    + ")(?: \\d{1,2})?,? (\\d{4})\\b");

    /** Rules whose content is the verb's whole object: a day within it may be the saying's. */
    private static final Set<String> OBJECT_RULES = Set.of("object", "view-as", "naming", "infinitive", "quotation");

    private final Article article;
    private final Dates dates;
    private ParsedSentence datedSentence;
    private List<DateExpression> datesThere = List.of();

    SayingDates(Article article, LocalDate published) {
        this.article = article;
        this.dates = new Dates(new Calendar(published != null ? published : dateline(article), yearIn(article.text())));
    }

    /** The expression nearest to the cue, outside quotations. */
    StatedOn of(Attribution statement, List<Span> outside) {
        DateExpression best = null;
        int nearest = Integer.MAX_VALUE;
        for (DateExpression one : outside.isEmpty() ? List.<DateExpression>of() : inSentence(statement.sentence())) {
            if (outside.stream().anyMatch(o -> o.contains(one.span()))) {
                int far = Math.min(
                        Math.abs(one.span().start() - statement.cue().end()),
                        Math.abs(statement.cue().start() - one.span().end()));
                boolean behind = statement.source() != null
                        && one.span().start() > statement.source().start()
                        && one.span().end() < statement.source().end();
                if (far < nearest
                        && !behind
                        && !article.inQuotation(one.span().start())
                        && belongs(one.span(), statement)) {
                    nearest = far;
                    best = one;
                }
            }
        }
        if (best == null && OBJECT_RULES.contains(statement.rule()) && statement.verb() != null) {
            best = amongObjects(statement);
        }
        return best == null ? StatedOn.UNKNOWN : best.statedOn(best.basis());
    }

    /** The expressions of a sentence, found once for all its statements. */
    private List<DateExpression> inSentence(ParsedSentence sentence) {
        if (sentence != datedSentence) {
            datedSentence = sentence;
            datesThere = dates.in(article.text(), sentence.span());
        }
        return datesThere;
    }

    /** "rejected the truce on Monday as ...": a day between the objects that hangs on the verb itself. */
    private DateExpression amongObjects(Attribution statement) {
        Word verb = statement.verb();
        for (DateExpression one : inSentence(statement.sentence())) {
            if (statement.content().stream().anyMatch(c -> c.contains(one.span()))) {
                Word word = wordAt(statement.sentence(), one.span().end() - 1);
                Word on = word == null ? null : word.head();
                boolean own = on == verb
                        || (on != null
                                && on.hasRelation("prep")
                                && (on.head() == verb
                                        || (on.head() != null
                                                && on.head().hasRelation("dobj")
                                                && on.head().head() == verb)));
                if (own
                        && word.start() > verb.start()
                        && !article.inQuotation(one.span().start())) {
                    return one;
                }
            }
        }
        return null;
    }

    /** Not in a relative clause or beside another verb: "the draft, sent on Monday, ...". */
    private boolean belongs(Span span, Attribution statement) {
        Word word = wordAt(statement.sentence(), span.end() - 1);
        Word verb = statement.verb();
        if (word == null || verb == null) {
            return true;
        }
        for (Word up = word; up != null; up = up.head()) {
            if (up == verb || (verb.isBelow(up) && up.isVerb())) {
                return true;
            }
            if (up.isVerb() && up != verb && (up.hasRelation("relcl", "acl", "advcl") || up.isBelow(verb))) {
                return up.head() == verb && up.hasRelation("advcl", "xcomp");
            }
        }
        return true;
    }

    private static Word wordAt(ParsedSentence sentence, int at) {
        for (Word word : sentence.words()) {
            if (word.start() <= at && at < word.end()) {
                return word;
            }
        }
        return null;
    }

    /** A day that stands on a line of its own: stands in for a date of publication that nobody gave. */
    private static LocalDate dateline(Article article) {
        Dates plain = new Dates(new Calendar(null, null));
        for (Region region : article.regions()) {
            if (region.kind() == Region.Kind.DATELINE) {
                for (DateExpression one : plain.in(article.text(), new Span(region.start(), region.end()))) {
                    if (one.date() != null) {
                        return one.date();
                    }
                }
            }
        }
        return null;
    }

    private static Integer yearIn(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
