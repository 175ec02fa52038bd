-- How far the change feed was relayed to Kafka. A row for each name a relay had: under a new name it begins at the beginning.
create table kafka_relay (
    name       text primary key,
    epoch      uuid not null,
    xid        xid8 not null,
    seq        bigint not null,
    sent       bigint not null default 0,
    sent_at    timestamptz,
    trouble    text,
    trouble_at timestamptz
);
