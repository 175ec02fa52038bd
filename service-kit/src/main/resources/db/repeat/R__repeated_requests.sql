-- Answers to requests that came with an Idempotency-Key, each stored in the transaction that did what was asked. Two services made this
-- table themselves before it was everybody's: so it is made where there is none, behind all migrations with a number.
create table if not exists idempotency_key (
    who     text not null,
    key     text not null,
    request bytea not null,
    status  int not null,
    answer  json not null,
    at      timestamptz not null,
    primary key (who, key)
);
create index if not exists idempotency_key_at on idempotency_key (at);
alter table idempotency_key add column if not exists location text;
alter table idempotency_key add column if not exists etag text;
comment on column idempotency_key.request is 'SHA-256 of what was asked: the same key with another request is a mistake of its sender.';
