-- Webhooks: where events are sent to, what is still to be sent, and what became of each attempt.

create table webhook_endpoint (
    id             uuid primary key,
    -- who made it: the caller's name in the token, at the gateway the id of an API key
    owner          text not null,
    url            text not null,
    label          text,
    -- as LIKE patterns
    types          text[] not null,
    proposals      uuid[] not null,
    actors         uuid[] not null,
    outlets        uuid[] not null,
    signature      text not null check (signature in ('v1', 'v1a')),
    -- sealed, never in clear; the old one signs too until its time is over
    secret         text not null,
    old_secret     text,
    old_until      timestamptz,
    state          text not null check (state in ('ACTIVE', 'DISABLED')),
    reason         text,
    failing_since  timestamptz,
    -- up to where the change feed has been turned into deliveries
    epoch          uuid not null,
    xid            xid8 not null,
    seq            bigint not null,
    created_at     timestamptz not null
);
create index webhook_endpoint_owner on webhook_endpoint (owner);

create table webhook_delivery (
    id          bigint generated always as identity primary key,
    endpoint_id uuid not null references webhook_endpoint on delete cascade,
    event_id    uuid not null,
    type        text not null,
    subject     text not null,
    -- the row of the feed; a ping has none and carries its data itself
    xid         xid8,
    seq         bigint,
    data        json,
    state       text not null check (state in ('PENDING', 'DELIVERED', 'FAILED', 'DISMISSED')),
    attempts    int not null default 0,
    -- when it may be tried; while an attempt runs, when it counts as lost
    due_at      timestamptz not null,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    unique (endpoint_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at, id) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (endpoint_id, id);
create index webhook_delivery_ended on webhook_delivery (ended_at) where state in ('DELIVERED', 'DISMISSED');

create table webhook_attempt (
    delivery_id bigint not null references webhook_delivery on delete cascade,
    at          timestamptz not null,
    number      int not null,
    millis      int not null,
    status      int,
    error       text,
    answer      text,
    primary key (delivery_id, at)
);
