-- What intake writes in one statement, and nothing ever deletes, needs no look at each row of it that the row it points at is there: those
-- looks, and the locks they take, were a third of what storing an article cost here (docs/adr/0015-no-foreign-keys-within-a-statement.md).
alter table article_version
    drop constraint article_version_article_id_fkey,
    drop constraint article_version_raw_sha256_fkey;
alter table search_backlog drop constraint search_backlog_article_id_fkey;
alter table duplicate_backlog drop constraint duplicate_backlog_article_id_fkey;
comment on column article_version.raw_sha256 is 'The raw_document it is from, written by the same statement.';
