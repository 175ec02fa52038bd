-- Whom actors speak for, for many at once: asked one by one, each answer looked through all sides there are.
-- As before: a state or organisation for itself, unless articles show another side; of several the one most articles
-- show; null where none does. Of equals the order of names decides, not that of ids, which are given in the order of arrival.
create function parties_of(actors uuid[], at timestamptz) returns table (actor_id uuid, party_id uuid)
language plpgsql stable rows 10 set enable_seqscan = off as $$
begin
    return query
        with own(asked, id) as (
            select i.id, i.id from unnest(actors) i(id)
            union all select i.id, m from unnest(actors) i(id) cross join lateral merged_ids(i.id, at) m),
        side(asked, norm, weight) as materialized (
            select own.asked, t.norm, sum(t.weight) from own join actor_side t on t.actor_id = own.id
                and (case when at is null then t.superseded_at is null
                    else t.known_at <= at and (t.superseded_at is null or t.superseded_at > at) end)
            group by 1, 2),
        named(norm, party) as materialized (
            select distinct n.norm, current_id(n.actor_id, at) from (select distinct norm from side) s
            join actor_alias n on n.norm = s.norm
            join actor p on p.id = n.actor_id and p.article_id is null and p.kind in ('STATE', 'ORGANISATION')),
        weighed(asked, party, weight) as (
            select s.asked, n.party, sum(s.weight) from side s join named n on n.norm = s.norm
            where n.party <> s.asked group by 1, 2),
        shown(asked, party) as (
            select distinct on (w.asked) w.asked, w.party from weighed w join actor a on a.id = w.party
            order by w.asked, w.weight desc, a.kind desc, a.name, w.party)
        select i.id, coalesce(s.party, a.id) from unnest(actors) i(id)
        left join shown s on s.asked = i.id
        left join actor a on a.id = i.id and a.article_id is null and a.kind in ('STATE', 'ORGANISATION');
end $$;

create or replace function party_of(asked uuid, at timestamptz) returns uuid language plpgsql stable as $$
begin
    return (select p.party_id from parties_of(array[asked], at) p);
end $$;

-- Conflicts by one of their statements, kept in order at once, since every batch looks; and by the two that stand for a pair.
drop index conflict_state_statements;
create index conflict_state_statements on conflict_state using gin (statements jsonb_path_ops) with (fastupdate = off);
create index conflict_state_pair_one on conflict_state (substr(scope, 6, 36)) where superseded_at is null and scope like 'pair %';
create index conflict_state_pair_other on conflict_state (substr(scope, 43, 36)) where superseded_at is null and scope like 'pair %';
