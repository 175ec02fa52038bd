-- The side an actor speaks for, as articles show it: "Velmaran foreign minister", "Hanrei's trade minister".
-- The words are kept, not what they mean: which actor "velmara" is may be known only later.

create table actor_side (
    id              uuid primary key,
    actor_id        uuid not null references actor,
    -- a name the side may go by, in comparable form
    norm            text not null,
    -- 2 for "Velmaran" and "Velmara's", 1 for "Velmara" and "of Velmara"
    weight          int not null,
    article_id      uuid not null,
    article_version int not null,
    receipt         jsonb not null,
    known_at        timestamptz not null,
    superseded_at   timestamptz,
    foreign key (article_id, article_version) references article_version
);

create index actor_side_actor on actor_side (actor_id);
create index actor_side_norm on actor_side (norm);
create index actor_side_article on actor_side (article_id);

create trigger only_close before update on actor_side for each row execute function only_close();
create trigger never_delete before delete on actor_side for each row execute function never_change();

-- The party an actor speaks for at a time: a state or organisation for itself, unless articles show another side; of
-- several the one most articles show; null where none does.
create function party_of(asked uuid, at timestamptz) returns uuid language sql stable as $$
    select coalesce(
        (select x.party from (
            select current_id(n.actor_id, at) as party, sum(s.weight) as weight, min(s.known_at) as first
            from actor_side s join actor_alias n on n.norm = s.norm
            join actor p on p.id = n.actor_id and p.article_id is null and p.kind in ('STATE', 'ORGANISATION')
            where s.actor_id in (select asked union all select merged_ids(asked, at))
                and (case when at is null then s.superseded_at is null
                    else s.known_at <= at and (s.superseded_at is null or s.superseded_at > at) end)
            group by 1) x
            where x.party <> asked
            order by x.weight desc, (select a.kind from actor a where a.id = x.party) desc, x.party
            limit 1),
        (select a.id from actor a where a.id = asked and a.kind in ('STATE', 'ORGANISATION') and a.article_id is null))
$$;

create index redirect_present on redirect (from_id) where superseded_at is null;

-- A state and an organisation of one name have one key from now on; the state's where there are both.
insert into actor_key (key, actor_id, known_at)
select distinct on (1) regexp_replace(key, '^(STATE|ORGANISATION):', 'BODY:'), actor_id, known_at
from actor_key where key ~ '^(STATE|ORGANISATION):' order by 1, key desc
on conflict do nothing;
