-- Work in hand: where the feed of sources-service has been followed to, and which article versions wait to be read.
-- None of this is the record, so these rows are updated in place.

create table feed_position (
    source     text primary key,
    -- null: from the beginning
    cursor     text,
    lag_seconds double precision,
    moved_at   timestamptz not null
);

create table work_item (
    article_id   uuid not null,
    version      int  not null,
    state        text not null check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
    attempts     int  not null default 0,
    not_before   timestamptz not null,
    -- RUNNING: who holds it and until when; an expired lease may be taken over
    worker       text,
    leased_until timestamptz,
    -- DONE: by which extractor
    extractor    text,
    last_error   text,
    error_at     timestamptz,
    created_at   timestamptz not null,
    done_at      timestamptz,
    primary key (article_id, version),
    foreign key (article_id, version) references article_version
);

create index work_item_open on work_item (not_before) where state in ('PENDING', 'RUNNING');
create index work_item_errors on work_item (error_at desc) where last_error is not null;
create index work_item_failed on work_item (article_id) where state = 'FAILED';
