package org.parley.sources.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.SqlStatement;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** A condition over {@code article a} for a filter, with its values bound, never written into it. */
final class FilterSql {

    private static final int MOST_FILTERS = 50;
    private static final int DEEPEST = 8;

    private final Map<String, Consumer<SqlStatement<?>>> values = new LinkedHashMap<>();
    private final String condition;
    private int filters;

    FilterSql(ArticleFilter filter) {
        condition = filter == null ? "true" : of(filter, 1);
    }

    String condition() {
        return condition;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        values.values().forEach(value -> value.accept(statement));
        return statement;
    }

    private String of(ArticleFilter filter, int depth) {
        if (++filters > MOST_FILTERS || depth > DEEPEST) {
            throw ProblemException.at(
                    ErrorCode.LIMIT_EXCEEDED,
                    400,
                    "filter",
                    "can hold at most " + MOST_FILTERS + " filters, " + DEEPEST + " deep");
        }
        List<String> parts = new ArrayList<>();
        anyId(parts, "a.id", filter.ids());
        anyId(parts, "a.outlet_id", filter.outlet());
        anyText(parts, "a.language = any(%s)", filter.language());
        anyText(parts, "a.state = any(%s)", filter.state());
        anyText(parts, "a.flags && %s", filter.flag());
        one(parts, "a.published_at >= %s", filter.publishedFrom());
        one(parts, "a.published_at <= %s", filter.publishedTo());
        one(
                parts,
                "a.id in (select s.article_id from article_search s where s.document @@ websearch_to_tsquery('english', %s))",
                filter.text());
        one(parts, "a.url = %s", filter.url() == null ? null : CanonicalUrl.of(filter.url(), "filter.url"));
        if (filter.and() != null) {
            filter.and().forEach(inner -> parts.add(inside(inner, depth)));
        }
        if (filter.or() != null) {
            parts.add(filter.or().stream()
                    .map(inner -> inside(inner, depth))
                    .reduce((one, other) -> one + " or " + other)
                    .orElse("false"));
        }
        if (filter.not() != null) {
            // What is unknown is not the thing asked for: "not published after May" includes the undated.
            parts.add("(" + inside(filter.not(), depth) + ") is not true");
        }
        return parts.isEmpty() ? "true" : "(" + String.join(") and (", parts) + ")";
    }

    private String inside(ArticleFilter filter, int depth) {
        if (filter == null) {
            throw ProblemException.badInput("filter", "cannot hold null in and or or");
        }
        return "(" + of(filter, depth + 1) + ")";
    }

    private void anyId(List<String> parts, String column, List<UUID> ids) {
        if (ids != null) {
            String name = name();
            parts.add(column + " = any(:" + name + ")");
            values.put(name, statement -> statement.bindArray(name, UUID.class, ids));
        }
    }

    private void anyText(List<String> parts, String form, List<String> texts) {
        if (texts != null) {
            String name = name();
            parts.add(form.formatted("cast(:" + name + " as text[])"));
            values.put(name, statement -> statement.bindArray(name, String.class, texts));
        }
    }

    private void one(List<String> parts, String form, Object value) {
        if (value != null) {
            String name = name();
            parts.add(form.formatted(":" + name));
            values.put(name, statement -> statement.bind(name, value));
        }
    }

    private String name() {
        return "f" + values.size();
    }
}
