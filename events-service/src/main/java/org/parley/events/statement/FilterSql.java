package org.parley.events.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.parley.events.actor.Names;
import org.parley.events.table.Known;
import org.parley.events.table.Rows;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/**
 * Compiles a filter into a condition over {@code reading r}. Every value travels as a parameter, never as SQL.
 *
 * <p>An id of a row that was merged stands for all that were merged with it.
 */
final class FilterSql {

    /** More conditions than this are no question a person asks, and a plan PostgreSQL takes seconds to make. */
    private static final int MOST_FILTERS = 100;

    private static final int DEEPEST = 10;
    private static final String ANY_ID = "any(cast(string_to_array(:%s, ',') as uuid[]))";
    private static final String ANY_NAME = "any(string_to_array(:%s, ','))";
    private static final String DECIDED = "(select from review_decision d where d.kind = 'STATEMENT'"
            + " and d.subject = r.statement_id and d.superseded_at is null and d.verdict = 'REJECT')";
    /** A group such as "officials" is no name. */
    static final String ANONYMOUS = "not exists (select from reading_speaker s join actor a on a.id = s.actor_id"
            + " where s.reading_id = r.id and a.kind <> 'GROUP')";

    /** Reports that go back to one origin, such as copies of agency text, do not corroborate each other. */
    static final String CORROBORATED = "exists (select from utterance_member u"
            + " join utterance_state t on t.utterance_id = u.utterance_id and t.superseded_at is null and t.origin_count > 1"
            + " join utterance_member m on m.utterance_id = u.utterance_id and m.superseded_at is null"
            + " join reading l on l.statement_id = m.statement_id and l.superseded_at is null"
            + " where u.statement_id = r.statement_id and u.superseded_at is null"
            + " and l.outlet_id <> r.outlet_id and l.published_at > r.published_at)";

    private static final String REVIEW =
            "coalesce((select d.verdict || 'ED' from review_decision d where d.kind = 'STATEMENT'"
                    + " and d.subject = r.statement_id and d.superseded_at is null), 'UNREVIEWED')";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Function<UUID, Set<UUID>> stored;
    private final Function<List<UUID>, Set<UUID>> speakers;
    private int filters;
    private boolean asksForReview;

    /**
     * Compiles.
     *
     * @param stored gives for an id all that rows can be stored under: itself, and what was merged with it
     * @param speakers gives for parties everybody who speaks for them
     */
    FilterSql(Function<UUID, Set<UUID>> stored, Function<List<UUID>, Set<UUID>> speakers) {
        this.stored = stored;
        this.speakers = speakers;
    }

    /** The parameters that the compiled conditions name. */
    Map<String, Object> values() {
        return values;
    }

    /** Adds a parameter and gives its name. */
    String value(Object value) {
        String name = "f" + values.size();
        values.put(name, value);
        return name;
    }

    /**
     * The condition, in brackets. What people have rejected is left out, unless the filter says something of reviews or
     * names statements.
     */
    String compile(StatementFilter filter) {
        String condition = filter == null ? "true" : compile(filter, 1);
        return asksForReview ? condition : "(" + condition + " and not exists " + DECIDED + ")";
    }

    private String compile(StatementFilter f, int depth) {
        whole(f);
        asksForReview |= f.review() != null || f.ids() != null;
        if (++filters > MOST_FILTERS || depth > DEEPEST) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED,
                    400,
                    "filter",
                    "can hold at most %d filters, %d deep".formatted(MOST_FILTERS, DEEPEST));
        }
        List<String> all = new ArrayList<>();
        ids(all, f.ids(), "r.statement_id = " + ANY_ID);
        ids(all, f.outlet(), "r.outlet_id = " + ANY_ID);
        ids(all, f.article(), "r.article_id = " + ANY_ID);
        ids(
                all,
                f.utterance(),
                "exists (select from utterance_member u where u.statement_id = r.statement_id"
                        + " and u.superseded_at is null and u.utterance_id = " + ANY_ID + ")");
        ids(all, f.speaker(), speaker("s.actor_id = " + ANY_ID));
        if (f.party() != null) {
            f.party().forEach(FilterSql::whole);
            all.add(speaker("s.actor_id = " + ANY_ID).formatted(value(Rows.list(speakers.apply(f.party())))));
        }
        ids(all, f.proposal(), about("b.proposal_id = " + ANY_ID));
        ids(all, f.proposalVersion(), about("b.version_id = " + ANY_ID));
        names(all, f.form(), "r.form = " + ANY_NAME);
        names(all, f.act(), "r.act = " + ANY_NAME);
        names(all, f.stance(), about("b.stance = " + ANY_NAME));
        if (f.speakerName() != null) {
            all.add(speakerNamed(f.speakerName()));
        }
        names(all, f.review(), REVIEW + " = " + ANY_NAME);
        one(all, f.negated(), "r.negated = :%s");
        one(all, f.anonymous(), "(" + ANONYMOUS + ") = :%s");
        one(all, f.corroborated(), "(" + CORROBORATED + ") = :%s");
        one(all, f.minConfidence(), "r.confidence >= :%s");
        one(all, f.statedFrom(), "r.stated_on_latest >= :%s");
        one(all, f.statedTo(), "r.stated_on <= :%s");
        if (f.publishedFrom() != null) {
            one(all, Moment.from("filter.publishedFrom", f.publishedFrom()), "r.published_at >= :%s");
        }
        if (f.publishedTo() != null) {
            one(all, Moment.to("filter.publishedTo", f.publishedTo()), "r.published_at < :%s");
        }
        one(all, f.text(), "to_tsvector('english', r.content) @@ websearch_to_tsquery('english', :%s)");
        groups(all, f, depth + 1);
        return all.isEmpty() ? "true" : "(" + String.join("\n and ", all) + ")";
    }

    private void groups(List<String> all, StatementFilter f, int depth) {
        if (f.and() != null) {
            f.and().forEach(each -> all.add(compile(each, depth)));
        }
        if (f.or() != null) {
            List<String> any = f.or().stream().map(each -> compile(each, depth)).toList();
            all.add(any.isEmpty() ? "false" : "(" + String.join("\n or ", any) + ")");
        }
        if (f.not() != null) {
            // A condition over a value that is not known is null; what is not known to fit does not fit.
            all.add("not coalesce(" + compile(f.not(), depth) + ", false)");
        }
    }

    private void ids(List<String> all, Collection<UUID> ids, String condition) {
        if (ids != null) {
            ids.forEach(FilterSql::whole);
            all.add(condition.formatted(value(Rows.list(
                    ids.stream().flatMap(id -> stored.apply(id).stream()).toList()))));
        }
    }

    private void names(List<String> all, Collection<? extends Enum<?>> names, String condition) {
        if (names != null) {
            names.forEach(FilterSql::whole);
            all.add(condition.formatted(value(Rows.list(names))));
        }
    }

    private void one(List<String> all, Object value, String condition) {
        if (value != null) {
            all.add(condition.formatted(value(value)));
        }
    }

    private static void whole(Object member) {
        if (member == null) {
            throw ProblemException.badInput("filter", "cannot hold null in a list");
        }
    }

    /** Whole words of one of the speaker's names, however they are accented. */
    private String speakerNamed(String name) {
        String words = Names.normalised(name);
        return words.isEmpty()
                ? "false"
                : speaker("exists (select from actor_alias n where n.actor_id = s.actor_id"
                                + " and ' ' || n.norm || ' ' like :%s)")
                        .formatted(value("% " + words + " %"));
    }

    private static String speaker(String condition) {
        return "exists (select from reading_speaker s where s.reading_id = r.id and " + condition + ")";
    }

    private static String about(String condition) {
        return "exists (select from reading_about b where b.reading_id = r.id and " + Known.at("b") + " and "
                + condition + ")";
    }
}
