-- Answers to requests that came with an Idempotency-Key, each stored in the transaction that did what was asked.
create table idempotency_key (
    who text not null,
    key text not null,
    request bytea not null,
    status int not null,
    answer json not null,
    at timestamptz not null,
    primary key (who, key)
);
create index idempotency_key_at on idempotency_key (at);
comment on column idempotency_key.request is 'SHA-256 of what was asked: the same key with another request is a mistake of its sender.';

-- Counts edits, so that one who edits what he read can be told that it is not that any more.
alter table outlet add column version int not null default 1;
alter table feed add column version int not null default 1;

-- In which state an article was at what time; an article without a row has always been ACTIVE.
create table article_state (
    article_id uuid not null references article (id),
    known_at timestamptz not null,
    state text not null,
    reason text,
    primary key (article_id, known_at)
);
insert into article_state (article_id, known_at, state, reason)
select a.id, coalesce((select max(at) from audit where subject_id = a.id::text and action = 'article.retract'), now()),
    a.state, a.state_reason
from article a where a.state <> 'ACTIVE';
