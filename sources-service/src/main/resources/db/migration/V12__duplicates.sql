-- What is needed to find texts that are nearly the same: hashes of groups of a MinHash signature. Texts alike share one.
create table article_sketch (
    article_id uuid primary key references article (id),
    text_sha256 bytea not null,
    bands bigint[] not null
);
create index article_sketch_bands on article_sketch using gin (bands);

-- Two articles that say nearly the same; each pair stands here twice, once from either side.
create table article_link (
    article_id uuid not null references article (id),
    other_id uuid not null references article (id),
    kind text not null,
    similarity double precision not null,
    agency text,
    copy boolean not null,
    primary key (article_id, other_id)
);
comment on column article_link.agency is 'Whose text both have, where the kind is WIRE_COPY and an agency is named.';
comment on column article_link.copy is 'Whether the article is a copy of agency text, and not the agency''s own.';

-- Articles whose text is not compared yet: done right after intake, like the index of words.
create table duplicate_backlog (
    article_id uuid primary key references article (id),
    claimed_until timestamptz not null default '-infinity'
);
insert into duplicate_backlog (article_id) select id from article;
