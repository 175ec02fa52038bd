-- The change feed of a service: one row for each change of its record, written in the transaction that makes the change.

-- Which history the transaction ids below belong to. A dump carries them into a cluster that counts its own;
-- origin tells the two apart, and the epoch is then renewed, so that cursors of the old history are refused.
create table change_epoch (
    only_row boolean primary key default true check (only_row),
    epoch uuid not null default gen_random_uuid(),
    origin text
);
insert into change_epoch default values;

create table outbox (
    xid xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    id uuid not null,
    type text not null,
    subject text not null,
    at timestamptz not null,
    data json not null,
    primary key (xid, seq)
);
comment on table outbox is 'Read in the order (xid, seq), below the oldest running transaction: a sequence alone skips rows that commit late.';
