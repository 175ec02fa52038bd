-- What people decide about rows, and the rows they are asked about.
--
-- A decision is laid over what extraction says: it names rows by ids that survive re-extraction, and is never changed,
-- only undone (closed).

create table review_decision (
    id            uuid primary key,
    -- STATEMENT, UTTERANCE, ACTOR, PROPOSAL, CONFLICT
    kind          text not null,
    -- one subject, or two in the order of their ids
    subject       uuid not null,
    other         uuid,
    verdict       text not null check (verdict in ('ACCEPT', 'CORRECT', 'REJECT')),
    correction    jsonb,
    note          text,
    decided_by    text not null,
    known_at      timestamptz not null,
    undone_by     text,
    superseded_at timestamptz
);

create unique index review_decision_one on review_decision (kind, subject, coalesce(other, subject)) where superseded_at is null;
create index review_decision_other on review_decision (other) where superseded_at is null;
create index review_decision_order on review_decision (known_at desc, id);

-- Undoing names who did it.
create function only_undo() returns trigger language plpgsql as $$
declare
    undone record;
begin
    undone := old;
    if old.superseded_at is null then
        undone.superseded_at := new.superseded_at;
        undone.undone_by := new.undone_by;
    end if;
    if undone is distinct from new then
        raise exception 'decisions are never changed, only undone';
    end if;
    return new;
end $$;

create trigger only_undo before update on review_decision for each row execute function only_undo();
create trigger never_delete before delete on review_decision for each row execute function never_change();

-- A row that is doubtful, with what makes it so. Closed when it is decided or no longer in doubt.
create table doubt (
    id            uuid primary key,
    kind          text not null,
    subject       uuid not null,
    other         uuid,
    why           text not null,
    confidence    double precision not null,
    -- why it was closed: DECIDED or GONE
    ended         text,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index doubt_one on doubt (kind, subject, coalesce(other, subject)) where superseded_at is null;
create index doubt_other on doubt (other) where superseded_at is null;
create index doubt_order on doubt (confidence, id) where superseded_at is null;

-- Follows redirects of ids as they stood at a time; null for now.
create function current_id(asked uuid, at timestamptz) returns uuid language plpgsql stable as $$
declare
    answer uuid := asked;
    next uuid;
begin
    for hop in 1..20 loop
        select r.to_id into next from redirect r
        where r.from_id = answer and (case when at is null then r.superseded_at is null
            else r.known_at <= at and (r.superseded_at is null or r.superseded_at > at) end);
        exit when next is null;
        answer := next;
    end loop;
    return answer;
end $$;

create index redirect_to on redirect (to_id);
create index redirect_from_all on redirect (from_id);

-- The ids that lead to this one, near and far.
create function merged_ids(asked uuid, at timestamptz) returns setof uuid language sql stable as $$
    with recursive lead(id, hops) as (
        select r.from_id, 1 from redirect r
        where r.to_id = asked and (case when at is null then r.superseded_at is null
            else r.known_at <= at and (r.superseded_at is null or r.superseded_at > at) end)
        union all
        select r.from_id, lead.hops + 1 from lead join redirect r on r.to_id = lead.id
            and (case when at is null then r.superseded_at is null
                else r.known_at <= at and (r.superseded_at is null or r.superseded_at > at) end)
        where lead.hops < 20)
    select id from lead
$$;
