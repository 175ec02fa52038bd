package org.parley.extraction.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
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

    private static final Pattern WHEN = Pattern.compile(",? when (?:the )?");
    private static final int RECENT = 7;
    private static final int NEWS = 2;
    private static final int BACK = 9;

    private final Article article;
    private final Dates dates;
    private final LocalDate published;
    private StatedOn news;
    private int lead = -1;
    private ParsedSentence datedSentence;
    private List<DateExpression> datesThere = List.of();

    SayingDates(Article article, LocalDate published) {
        this.article = article;
        this.published = published != null ? published : dateline(article);
        this.dates = new Dates(new Calendar(this.published, yearIn(article.text())));
    }

    /** The expression nearest to the cue, outside quotations. */
    StatedOn of(Attribution statement, List<Span> outside) {
        DateExpression best = null;
        int nearest = Integer.MAX_VALUE;
        for (DateExpression one : outside.isEmpty() ? List.<DateExpression>of() : inSentence(statement.sentence())) {
            if (isOfNounBefore(one, statement)) {
                return one.statedOn(one.basis());
            }
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
        return best == null ? StatedOn.UNKNOWN : counted(best).statedOn(best.basis());
    }

    /** The day that hangs on a verb that reports no saying, or {@link StatedOn#UNKNOWN}. */
    StatedOn of(Word verb, ParsedSentence sentence) {
        for (DateExpression one : inSentence(sentence)) {
            Word word = wordAt(sentence, one.span().end() - 1);
            boolean next = one.span().start() > verb.end() && one.span().start() - verb.end() <= 1;
            if (word != null
                    && (next || (word.isBelow(verb) && isOwn(word, verb)))
                    && !article.inQuotation(one.span().start())) {
                return counted(one).statedOn(one.basis());
            }
        }
        return StatedOn.UNKNOWN;
    }

    private static boolean isOwn(Word word, Word verb) {
        for (Word up = word; up != verb; up = up.head()) {
            if (up.isVerb() || up.hasRelation("relcl", "acl", "conj")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a day is so near the publication that it is likely the day of the news itself. */
    boolean isRecent(LocalDate day) {
        return published == null || !day.isBefore(published.minusDays(RECENT));
    }

    /** Whether a day lies ahead of the article, so that nothing was said on it yet: "until June 6". */
    boolean isAhead(LocalDate day) {
        return published != null && day != null && day.isAfter(published.plusDays(1));
    }

    /** "a week earlier", "the same day": counted from the day told last before it; unchanged where there is none. */
    private DateExpression counted(DateExpression one) {
        if (one.date() != null || one.offset() == null) {
            return one;
        }
        int from = article.sentenceAt(one.span().start()).index();
        int paragraph = article.paragraphAt(one.span().start());
        for (int i = from; i >= 0 && from - i < BACK; i--) {
            List<DateExpression> there =
                    dates.in(article.text(), article.sentences().get(i).span());
            for (int k = there.size() - 1; k >= 0; k--) {
                DateExpression anchor = there.get(k);
                if (anchor.span().end() <= one.span().start()
                        && anchor.precision() == StatedOn.Precision.DAY
                        && article.paragraphAt(anchor.span().start()) == paragraph
                        && !article.inQuotation(anchor.span().start())) {
                    return DateExpression.day(one.span(), anchor.date().plus(one.offset()), Basis.RELATIVE);
                }
            }
        }
        StatedOn news = ofNews();
        return news.date() == null
                ? one
                : DateExpression.day(one.span(), news.date().plus(one.offset()), Basis.RELATIVE);
    }

    /** Number of the first paragraph of prose. */
    int lead() {
        ofNews();
        return lead;
    }

    /** The day that the article's first paragraph tells, where that is the day of the news; else {@link StatedOn#UNKNOWN}. */
    StatedOn ofNews() {
        if (news == null) {
            news = StatedOn.UNKNOWN;
            for (ParsedSentence sentence : article.sentences()) {
                if (!article.regionIsProse(sentence.span().start())) {
                    continue;
                }
                if (lead < 0) {
                    lead = article.paragraphAt(sentence.span().start());
                }
                if (article.paragraphAt(sentence.span().start()) != lead || news.date() != null) {
                    break;
                }
                for (DateExpression one : dates.in(article.text(), sentence.span())) {
                    if (one.precision() == StatedOn.Precision.DAY
                            && published != null
                            && !one.date().isAfter(published)
                            && !one.date().isBefore(published.minusDays(NEWS))
                            && !article.inQuotation(one.span().start())) {
                        news = one.statedOn(one.basis());
                        break;
                    }
                }
            }
        }
        return news;
    }

    /** "remarks made days earlier, when he told ...": the day before the clause is that of the saying in it. */
    private boolean isOfNounBefore(DateExpression one, Attribution statement) {
        if (statement.source() == null || one.span().end() >= statement.source().start()) {
            return false;
        }
        String between =
                article.text().substring(one.span().end(), statement.source().start());
        return WHEN.matcher(between).matches()
                && !article.inQuotation(one.span().start());
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
        if (verb != null && span.start() >= verb.end() && span.start() - verb.end() <= 1) {
            return true; // "said Thursday the road would close": whatever the tree says
        }
        if (word == null || verb == null) {
            return true;
        }
        Word before = wordAt(statement.sentence(), span.start() - 2);
        if (before != null && before.isVerb() && before != verb) {
            return false; // "who had insisted last month ..., said"
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
