-- Whose proposal it is when somebody puts it forward: the party's that a holder of one of its offices, an unnamed official or one of
-- its bodies speaks for; else their own. The rows keep who was named; asked at a time, what was known then of offices and sides counts.
create function puts_forward(asked uuid, at timestamptz) returns uuid language plpgsql stable as $$
declare
    who uuid := current_id(asked, at);
    office boolean;
begin
    select a.kind <> 'PERSON' or exists (
        select from actor_role o
        where o.actor_id in (select who union all select merged_ids(who, at))
            and o.role ~* '\y(minister|president|premier|chancellor|envoy|ambassador|secretary|negotiator|commissioner|governor|spokes(man|woman|person)|diplomat|official|delegate|representative|mediator)\y'
            and (case when at is null then o.superseded_at is null
                else o.known_at <= at and (o.superseded_at is null or o.superseded_at > at) end))
    into office from actor a where a.id = who;
    return case when office then coalesce(party_of(who, at), who) else who end;
end $$;
