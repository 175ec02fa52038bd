-- As before, but with a plan that is kept: in SQL's own language it was planned anew in each statement that called it, and its
-- callers took it to return a thousand rows.
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
