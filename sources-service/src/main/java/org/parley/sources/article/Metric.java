package org.parley.sources.article;

/** What an outlet's scorecard counts, as a condition over {@code article a}. */
enum Metric {
    ARTICLES("true"),

    /** Others printed nearly the same, and all of them later. */
    FIRST("""
            exists (select 1 from article_link l where l.article_id = a.id)
            and not exists (
                select 1 from article_link l join article other on other.id = l.other_id
                where l.article_id = a.id
                  and coalesce(other.published_at, other.known_at) <= coalesce(a.published_at, a.known_at))"""),

    /** It says so, or its text changed after it was first retrieved. */
    CORRECTED("""
            ('CORRECTED' = any(a.flags)
             or exists (select 1 from article_version v where v.article_id = a.id and v.number > 1))"""),

    DELETED("a.state = 'DELETED_AT_SOURCE'"),

    RETRACTED("a.state = 'RETRACTED'"),

    WIRE_COPY("'WIRE_COPY' = any(a.flags)");

    private final String condition;

    Metric(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
