-- What arrived, byte for byte; the same bytes are kept once.
create table raw_document (
    sha256 bytea primary key,
    media_type text not null,
    bytes bytea not null
);
-- Compressing a few kilobytes costs more time than the space is worth at intake.
alter table raw_document alter column bytes set storage external;

-- An article's facts as its current version has them. Its history is article_version.
create table article (
    id uuid primary key,
    -- Digest of what makes two retrievals the same article: canonical URL, else outlet and its id, else file name and text.
    identity uuid not null unique,
    url text,
    outlet_id uuid references outlet (id),
    file text,
    headline text,
    byline text,
    dateline text,
    published_at timestamptz,
    published_at_basis text not null,
    retrieved_at timestamptz not null,
    language text not null,
    text_sha256 bytea not null,
    version int not null,
    state text not null default 'ACTIVE',
    flags text[] not null,
    known_at timestamptz not null,
    -- Lists come newest first and undated last; sorting by one column that is never null keeps their pages simple.
    sorted_at timestamptz not null generated always as (coalesce(published_at, '-infinity'::timestamptz)) stored
);
create index article_sorted on article (sorted_at desc, id);
create index article_outlet on article (outlet_id, sorted_at desc, id);
create index article_text on article (text_sha256);
create index article_url on article (url);

-- One retrieval that differs; written once, never changed. number counts arrivals, since receipts name it for ever;
-- which version is current is decided by retrieved_at, then published_at, then number.
create table article_version (
    id uuid primary key,
    article_id uuid not null references article (id),
    number int not null,
    raw_sha256 bytea not null references raw_document (sha256),
    text text not null,
    text_sha256 bytea not null,
    file text,
    outlet_article_id text,
    url text,
    headline text,
    byline text,
    dateline text,
    published_at timestamptz,
    retrieved_at timestamptz not null,
    language text not null,
    regions json not null,
    known_at timestamptz not null,
    superseded_at timestamptz,
    unique (article_id, number)
);
comment on column article_version.superseded_at is 'When a later version became known as the current one; the only column written after the row.';
