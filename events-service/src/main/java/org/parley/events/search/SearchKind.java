package org.parley.events.search;

/** What can be found here, and where its words stand. */
enum SearchKind {
    /** Each select gives kind, id, title and the text to mark, for rows of the present record. */
    STATEMENT("""
            select 'STATEMENT' as kind, r.statement_id as id, r.content as title,
                ts_rank(to_tsvector('english', r.content), asked.query)::float8
                    + word_similarity(asked.words, r.content)::float8 as score
            from reading r, asked
            where r.superseded_at is null
                and (to_tsvector('english', r.content) @@ asked.query or asked.words <% r.content)
            """),
    PROPOSAL("""
            select 'PROPOSAL' as kind, p.proposal_id as id, p.title,
                ts_rank(to_tsvector('english', p.title), asked.query)::float8
                    + word_similarity(asked.words, p.title)::float8 as score
            from proposal_now p, asked
            where (to_tsvector('english', p.title) @@ asked.query or asked.words <% p.title)
            """),
    ACTOR("""
            select 'ACTOR' as kind, a.id, a.name as title, max(word_similarity(asked.name, n.norm)::float8) as score
            from actor a join actor_alias n on n.actor_id = a.id, asked
            where a.superseded_at is null and (n.norm = asked.name or asked.name <% n.norm)
            group by a.id
            """);

    final String sql;

    SearchKind(String sql) {
        this.sql = sql;
    }
}
