-- What resolving looks up for every article, and what claiming the next one sorts by.
create index point_state_proposal on point_state (proposal_id) where superseded_at is null;
drop index work_item_open;
create index work_item_open on work_item ((extractor is not null), not_before) where state in ('PENDING', 'RUNNING');

-- As before, with what is alike of an actor's sides added up before their names are looked up.
create or replace function party_of(asked uuid, at timestamptz) returns uuid language sql stable as $$
    select coalesce(
        (select x.party from (
            select current_id(n.actor_id, at) as party, sum(s.weight) as weight
            from (select t.norm, sum(t.weight) as weight from actor_side t
                where t.actor_id in (select asked union all select merged_ids(asked, at))
                    and (case when at is null then t.superseded_at is null
                        else t.known_at <= at and (t.superseded_at is null or t.superseded_at > at) end)
                group by t.norm) s
            join actor_alias n on n.norm = s.norm
            join actor p on p.id = n.actor_id and p.article_id is null and p.kind in ('STATE', 'ORGANISATION')
            group by 1) x
            where x.party <> asked
            order by x.weight desc, (select a.kind from actor a where a.id = x.party) desc, x.party
            limit 1),
        (select a.id from actor a where a.id = asked and a.kind in ('STATE', 'ORGANISATION') and a.article_id is null))
$$;
