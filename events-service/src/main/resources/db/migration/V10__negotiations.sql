-- Proposals through articles. Which proposal and version a mention means, and what is told of them, is resolved anew when
-- an article comes in. So identity (proposal, proposal_version, point) is apart from state: a state is a row that is closed
-- when another takes its place, and the past can be asked for.

-- What each article version tells of proposals: what resolving works from. Its receipts are the proofs of the states.
create table proposal_evidence (
    id              uuid primary key,
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    evidence        jsonb not null,
    -- the actor of each name of a sponsor
    actors          jsonb not null,
    known_at        timestamptz not null,
    superseded_at   timestamptz,
    foreign key (article_id, article_version) references article_version
);

create index proposal_evidence_article on proposal_evidence (article_id);

create table proposal_state (
    id            uuid primary key,
    proposal_id   uuid not null references proposal,
    title         text not null,
    kind          text not null,
    withdrawn     boolean not null,
    withdrawn_on  date,
    withdrawal    jsonb not null,
    responds_to   uuid references proposal,
    response      jsonb not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index proposal_state_now on proposal_state (proposal_id) where superseded_at is null;
create index proposal_state_known on proposal_state (proposal_id, known_at);
create index proposal_state_title on proposal_state (title, proposal_id) where superseded_at is null;
create index proposal_state_trigram on proposal_state using gin (title gin_trgm_ops);
create index proposal_state_responds on proposal_state (responds_to) where superseded_at is null;

create table version_state (
    id             uuid primary key,
    version_id     uuid not null references proposal_version,
    proposal_id    uuid not null references proposal,
    position       int  not null,
    label          text not null,
    kind           text not null,
    point_count    int,
    -- every number that articles state: [{value, receipts}]
    counts         jsonb not null,
    dated_on       date,
    dated_on_basis text,
    dated          jsonb not null,
    previous_id    uuid references proposal_version,
    revised        jsonb not null,
    known_at       timestamptz not null,
    superseded_at  timestamptz
);

create unique index version_state_now on version_state (version_id) where superseded_at is null;
create index version_state_known on version_state (version_id, known_at);
create index version_state_proposal on version_state (proposal_id, position);
create index version_state_points on version_state (point_count) where superseded_at is null;

create table point (
    id          uuid primary key,
    proposal_id uuid not null references proposal,
    known_at    timestamptz not null
);

create table point_state (
    id            uuid primary key,
    point_id      uuid not null references point,
    proposal_id   uuid not null references proposal,
    version_id    uuid not null references proposal_version,
    position      int  not null,
    label         text not null,
    text          text not null,
    fate          text not null,
    demanded_by   uuid references actor,
    receipts      jsonb not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index point_state_now on point_state (point_id, version_id) where superseded_at is null;
create index point_state_version on point_state (version_id, known_at);

-- Which proposal and version a mention means. own_id is the proposal as resolved, before what people have merged.
create table meaning (
    id            uuid primary key,
    mention_id    uuid not null references mention,
    own_id        uuid not null references proposal,
    proposal_id   uuid not null references proposal,
    version_id    uuid references proposal_version,
    -- EXPLICIT: the words tell the version; INFERRED: the article or its date does
    basis         text,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index meaning_now on meaning (mention_id) where superseded_at is null;
create index meaning_proposal on meaning (proposal_id, known_at);
create index meaning_version on meaning (version_id);
create index meaning_own on meaning (own_id);

-- A person said that two proposals are one. Taking it back closes the row.
create table proposal_merge (
    id            uuid primary key,
    from_id       uuid not null references proposal,
    into_id       uuid not null references proposal,
    reason        text,
    decided_by    text not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index proposal_merge_now on proposal_merge (from_id) where superseded_at is null;
create index proposal_merge_into on proposal_merge (into_id) where superseded_at is null;

-- What is stored so far moves over as it stands; resolving changes it where it sees more.
insert into proposal_state
    select gen_random_uuid(), id, title, kind, false, null, '[]', null, '[]', known_at, superseded_at from proposal;
insert into version_state
    select gen_random_uuid(), id, proposal_id, row_number() over (partition by proposal_id order by known_at, id) - 1,
        label, kind, point_count, '[]', dated_on, dated_on_basis, '[]', null, '[]', known_at, superseded_at
    from proposal_version;
insert into meaning
    select gen_random_uuid(), id, proposal_id, proposal_id, version_id, null, known_at, null
    from mention where proposal_id is not null;

alter table mention drop column proposal_id, drop column version_id;
alter table mention add column proposal_no int not null default -1, add column group_no int not null default -1;

alter table proposal drop column title, drop column kind, drop column superseded_at;
alter table proposal_version drop column proposal_id, drop column label, drop column kind, drop column point_count,
    drop column sponsor, drop column dated_on, drop column dated_on_basis, drop column superseded_at;
drop table proposal_key;

-- Who proposes and what a statement is about follow what is resolved: their rows can be closed now.
alter table proposer rename to proposer_before;
alter table proposer_before rename constraint proposer_pkey to proposer_before_pkey;
create table proposer (
    id            uuid primary key,
    version_id    uuid not null references proposal_version,
    actor_id      uuid not null references actor,
    position      int  not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);
insert into proposer
    select gen_random_uuid(), version_id, actor_id, row_number() over (partition by version_id order by known_at, actor_id) - 1, known_at, null
    from proposer_before;
drop table proposer_before;
create unique index proposer_now on proposer (version_id, actor_id) where superseded_at is null;
create index proposer_by_actor on proposer (actor_id);

drop trigger never_change on reading_about;
alter table reading_about add column known_at timestamptz, add column superseded_at timestamptz;
update reading_about b set known_at = r.known_at from reading r where r.id = b.reading_id;
alter table reading_about alter column known_at set not null;
alter table reading_about drop constraint reading_about_pkey;
create unique index reading_about_now on reading_about (reading_id, position) where superseded_at is null;
create index reading_about_mention on reading_about (mention_id) where superseded_at is null;

do $$
declare
    name text;
begin
    foreach name in array array['proposal_evidence', 'proposal_state', 'version_state', 'point_state', 'meaning',
        'proposal_merge', 'proposer', 'reading_about'] loop
        execute format('create trigger only_close before update on %I for each row execute function only_close()', name);
        execute format('create trigger never_delete before delete on %I for each row execute function never_change()', name);
    end loop;
    execute 'create trigger never_change before update or delete on point for each row execute function never_change()';
end $$;

-- Present rows, for those who read proposals from elsewhere.
create view proposal_now as select p.slug, s.* from proposal p join proposal_state s on s.proposal_id = p.id and s.superseded_at is null;
create view version_now as select * from version_state where superseded_at is null;

-- Which articles are on one negotiation: those that name the same persons, places and bodies at about the same time.
-- Worked out from the articles and not part of the record, so these rows do change.
create table article_name (
    article_id uuid not null,
    name       text not null,
    primary key (article_id, name)
);

create index article_name_name on article_name (name);

create table negotiation_article (
    article_id     uuid primary key,
    negotiation_id uuid not null,
    published_on   date
);

create index negotiation_article_negotiation on negotiation_article (negotiation_id);
