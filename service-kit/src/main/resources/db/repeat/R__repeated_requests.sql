-- Answers to requests that came with an Idempotency-Key, each stored in the transaction that did what was asked. Two services made this
-- table themselves before it was everybody's: so it is made where there is none, behind all migrations with a number. What is there is
-- asked first, since "if not exists" reports it at each first start.
do $$
begin
    if to_regclass('idempotency_key') is null then
        create table idempotency_key (
            who      text not null,
            key      text not null,
            request  bytea not null,
            status   int not null,
            answer   json not null,
            location text,
            etag     text,
            at       timestamptz not null,
            primary key (who, key)
        );
        create index idempotency_key_at on idempotency_key (at);
    elsif not exists (
            select from pg_attribute where attrelid = 'idempotency_key'::regclass and attname = 'etag' and not attisdropped) then
        alter table idempotency_key add column location text, add column etag text;
    end if;
end $$;
comment on column idempotency_key.request is 'SHA-256 of what was asked: the same key with another request is a mistake of its sender.';
