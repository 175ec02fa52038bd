-- Articles whose words are not looked up yet. Making a tsvector takes ten times as long as storing the article,
-- so it is done right after, and intake does not wait for it.
create table search_backlog (
    article_id uuid primary key references article (id)
);
