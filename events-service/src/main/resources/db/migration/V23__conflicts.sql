-- Where reports contradict each other, or seem to.

create table conflict (
    id       uuid primary key,
    -- what contradicts what: the same again has the same id
    key      text not null unique,
    known_at timestamptz not null
);

create table conflict_state (
    id            uuid primary key,
    conflict_id   uuid not null references conflict,
    -- what was looked at to find it; looked at again, what is not found again has gone
    scope         text not null,
    kind          text not null,
    explanation   text not null,
    resolution    text not null,
    -- [{value, readings: [id], assertions: [id], mentions: [id]}]
    sides         jsonb not null,
    -- ids of what the sides hold, for filters: statements, articles
    statements    jsonb not null,
    articles      jsonb not null,
    utterance_id  uuid,
    proposal_id   uuid,
    speaker_id    uuid,
    sort_at       timestamptz not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index conflict_state_present on conflict_state (conflict_id) where superseded_at is null;
create index conflict_state_one on conflict_state (conflict_id, known_at);
create index conflict_state_scope on conflict_state (scope) where superseded_at is null;
create index conflict_state_order on conflict_state (sort_at desc, conflict_id) where superseded_at is null;
create index conflict_state_statements on conflict_state using gin (statements jsonb_path_ops);
create index conflict_state_articles on conflict_state using gin (articles jsonb_path_ops);
create index conflict_state_proposal on conflict_state (proposal_id);
create index conflict_state_utterance on conflict_state (utterance_id);
create index conflict_state_speaker on conflict_state (speaker_id);

create trigger never_change before update or delete on conflict for each row execute function never_change();
create trigger only_close before update on conflict_state for each row execute function only_close();
create trigger never_delete before delete on conflict_state for each row execute function never_change();
