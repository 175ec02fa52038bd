create extension if not exists pg_trgm;

-- The words of each article's current version.
create table article_search (
    article_id uuid primary key references article (id),
    headline text not null,
    document tsvector not null
);
create index article_search_document on article_search using gin (document);
create index article_search_headline on article_search using gin (headline gin_trgm_ops);
