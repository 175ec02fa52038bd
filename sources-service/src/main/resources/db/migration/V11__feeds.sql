alter table outlet
    add column state text not null default 'ACTIVE',
    add column main_selector text,
    add column strip_selectors text[] not null default '{}';
comment on column outlet.main_selector is 'CSS selector of the element that holds an article''s text on this outlet''s pages, where the usual way does not find it.';
comment on column outlet.strip_selectors is 'What is taken out of its pages before the text is looked for.';

create table feed (
    id uuid primary key,
    outlet_id uuid not null references outlet (id),
    url text not null,
    host text not null,
    title text,
    format text,
    state text not null,
    fetch_pages boolean not null,
    include text[] not null,
    exclude text[] not null,
    min_interval_seconds int not null,
    max_interval_seconds int not null,
    interval_seconds int not null,
    etag text,
    last_modified text,
    last_outcome text,
    last_detail text,
    last_polled_at timestamptz,
    last_ok_at timestamptz,
    next_poll_at timestamptz not null,
    failures int not null,
    broken_since timestamptz,
    items_seen bigint not null,
    articles_stored bigint not null,
    known_at timestamptz not null
);
create unique index feed_url on feed (url) where state <> 'RETIRED';
create index feed_due on feed (next_poll_at) where state = 'ACTIVE';
create index feed_outlet on feed (outlet_id);
comment on column feed.etag is 'Exactly as the server sent it; stored in the transaction that stores the items of that answer, never before.';

-- What became of each poll; the newest row of a feed is also in the feed itself.
create table feed_poll (
    id uuid primary key,
    feed_id uuid not null references feed (id),
    at timestamptz not null,
    outcome text not null,
    detail text,
    status int,
    items int not null,
    fresh int not null,
    millis int not null
);
create index feed_poll_newest on feed_poll (feed_id, id desc);

-- Every entry a feed ever had, by a digest of all it says: equal dates, missing or changed guids lose none.
-- An entry waits here until its article is stored, so that a crash between the two loses nothing either.
create table feed_item (
    feed_id uuid not null references feed (id),
    digest bytea not null,
    content json,
    state text not null,
    attempts int not null,
    due_at timestamptz not null,
    problem text,
    article_id uuid references article (id),
    first_seen_at timestamptz not null,
    primary key (feed_id, digest)
);
create index feed_item_due on feed_item (due_at) where state = 'PENDING';
comment on column feed_item.content is 'What the feed said; emptied once the article is stored.';

-- One request at a time to a host, whichever replica sends it.
create table host_lane (
    host text primary key,
    busy_until timestamptz not null
);
