-- How far a service's change feed was relayed to Kafka. events-service made this table itself (V85) before others relayed too: what is
-- there is asked first, since "if not exists" reports it at each first start.
do $$
begin
    if to_regclass('kafka_relay') is null then
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
    end if;
end $$;
comment on table kafka_relay is 'A row for each name a relay had: under a new name it begins at the beginning.';
