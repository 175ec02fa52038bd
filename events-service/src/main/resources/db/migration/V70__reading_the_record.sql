-- Functions of the read path keep their plans: in SQL's own language they were planned anew in each statement that called
-- them, and their callers took each of them to return a thousand rows.
create or replace function merged_ids(asked uuid, at timestamptz) returns setof uuid language plpgsql stable rows 1 as $$
begin
    return query
        with recursive lead(id, hops) as (
            select r.from_id, 1 from redirect r
            where r.to_id = asked and (case when at is null then r.superseded_at is null
                else r.known_at <= at and (r.superseded_at is null or r.superseded_at > at) end)
            union all
            select r.from_id, lead.hops + 1 from lead join redirect r on r.to_id = lead.id
                and (case when at is null then r.superseded_at is null
                    else r.known_at <= at and (r.superseded_at is null or r.superseded_at > at) end)
            where lead.hops < 20)
        select lead.id from lead;
end $$;

-- As before, with the sides of an actor found by index.
create or replace function party_of(asked uuid, at timestamptz) returns uuid language plpgsql stable as $$
declare
    answer uuid;
    all_ids uuid[] := array[asked] || array(select merged_ids(asked, at));
begin
    select x.party into answer from (
        select current_id(n.actor_id, at) as party, sum(s.weight) as weight
        from (select t.norm, sum(t.weight) as weight from actor_side t
            where t.actor_id = any(all_ids)
                and (case when at is null then t.superseded_at is null
                    else t.known_at <= at and (t.superseded_at is null or t.superseded_at > at) end)
            group by t.norm) s
        join actor_alias n on n.norm = s.norm
        join actor p on p.id = n.actor_id and p.article_id is null and p.kind in ('STATE', 'ORGANISATION')
        group by 1) x
    where x.party <> asked
    order by x.weight desc, (select a.kind from actor a where a.id = x.party) desc, x.party
    limit 1;
    if answer is null then
        select a.id into answer from actor a
        where a.id = asked and a.kind in ('STATE', 'ORGANISATION') and a.article_id is null;
    end if;
    return answer;
end $$;
