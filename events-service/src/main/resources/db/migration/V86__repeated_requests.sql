-- Answers to requests that came with an Idempotency-Key, each stored in the transaction that did what was asked.
create table idempotency_key (
    who     text not null,
    key     text not null,
    request bytea not null,
    status  int not null,
    answer  json not null,
    at      timestamptz not null,
    primary key (who, key)
);
create index idempotency_key_at on idempotency_key (at);
comment on column idempotency_key.request is 'SHA-256 of what was asked: the same key with another request is a mistake of its sender.';
