-- The record: what articles report, with receipts.
--
-- Times: known_at is assigned by this server when a row is stored and never backdated; superseded_at closes a row.
-- As known at a time t, the record is the rows with known_at <= t and (superseded_at is null or superseded_at > t).
-- A stored fact is never overwritten: the trigger only_close lets an update do one thing, once: set superseded_at.

create extension if not exists pg_trgm;

create function only_close() returns trigger language plpgsql as $$
declare
    closed record;
begin
    closed := old;
    if old.superseded_at is null then
        closed.superseded_at := new.superseded_at;
    end if;
    if closed is distinct from new then
        raise exception 'rows of % are never changed, only closed', tg_table_name;
    end if;
    return new;
end $$;

create function never_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name;
end $$;

-- The small copy of what sources-service tells, so that filters, order and receipts need no other service.
-- A copy follows its original, so these rows do change.

create table outlet (
    id        uuid primary key,
    name      text not null,
    homepage  text,
    kind      text,
    country   text,
    time_zone text
);

create table article (
    id              uuid primary key,
    current_version int  not null,
    -- the newest version whose extraction is stored: receipts are placed in this one
    read_version    int,
    outlet_id       uuid references outlet,
    url             text,
    headline        text,
    published_at    timestamptz,
    language        text,
    state           text not null
);

create index article_outlet on article (outlet_id);

create table article_version (
    article_id   uuid not null references article,
    number       int  not null,
    headline     text,
    file         text,
    sha256       text not null,
    published_at timestamptz,
    retrieved_at timestamptz,
    known_at     timestamptz,
    primary key (article_id, number)
);

-- One row for each version an engine has read, also when there was nothing in it.

create table extraction (
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    language        text not null,
    -- false: in a language the engine does not read; kept and flagged
    extracted       boolean not null,
    statements      int not null,
    mentions        int not null,
    known_at        timestamptz not null,
    primary key (article_id, article_version, extractor),
    foreign key (article_id, article_version) references article_version
);

-- Actors

create table actor (
    id            uuid primary key,
    kind          text not null,
    name          text not null,
    -- set where the name alone does not tell who it is: then it means somebody in this article only
    article_id    uuid references article,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create index actor_by_name on actor (name, id);

-- What is strong evidence for being the same: one key, one actor.
create table actor_key (
    key      text primary key,
    actor_id uuid not null references actor,
    known_at timestamptz not null
);

create table actor_alias (
    actor_id uuid not null references actor,
    alias    text not null,
    -- lower case, without diacritics and punctuation
    norm     text not null,
    known_at timestamptz not null,
    primary key (actor_id, alias)
);

create index actor_alias_norm on actor_alias (norm);
create index actor_alias_trigram on actor_alias using gin (norm gin_trgm_ops);

create table actor_role (
    id              uuid primary key,
    actor_id        uuid not null references actor,
    role            text not null,
    article_id      uuid not null,
    article_version int  not null,
    receipt         jsonb not null,
    held_from       date,
    held_to         date,
    known_at        timestamptz not null,
    superseded_at   timestamptz,
    foreign key (article_id, article_version) references article_version
);

create index actor_role_actor on actor_role (actor_id);
create index actor_role_article on actor_role (article_id);

-- Proposals

create table proposal (
    id            uuid primary key,
    slug          text not null unique,
    title         text not null,
    kind          text not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create index proposal_by_title on proposal (title, id);
create index proposal_trigram on proposal using gin (title gin_trgm_ops);

create table proposal_version (
    id            uuid primary key,
    proposal_id   uuid not null references proposal,
    label         text not null,
    kind          text not null,
    point_count   int,
    sponsor       text,
    dated_on      date,
    dated_on_basis text,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create index proposal_version_proposal on proposal_version (proposal_id);
create index proposal_version_points on proposal_version (point_count);

create table proposal_key (
    key        text primary key,
    version_id uuid not null references proposal_version,
    known_at   timestamptz not null
);

create table proposer (
    version_id uuid not null references proposal_version,
    actor_id   uuid not null references actor,
    known_at   timestamptz not null,
    primary key (version_id, actor_id)
);

create index proposer_actor on proposer (actor_id);

create table mention (
    id              uuid primary key,
    -- both null where the text does not tell which proposal is meant
    proposal_id     uuid references proposal,
    version_id      uuid references proposal_version,
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    receipt         jsonb not null,
    start_at        int  not null,
    head            text,
    kind            text not null,
    point_count     int,
    sponsor         text,
    rule            text not null,
    confidence      double precision not null,
    known_at        timestamptz not null,
    superseded_at   timestamptz,
    foreign key (article_id, article_version) references article_version
);

create index mention_proposal on mention (proposal_id, known_at, id);
create index mention_version on mention (version_id);
create index mention_article on mention (article_id);

-- What an article states in its own voice: a count, a date, a version.
create table assertion (
    id              uuid primary key,
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    field           text not null,
    value           text not null,
    receipts        jsonb not null,
    mention_id      uuid references mention,
    known_at        timestamptz not null,
    superseded_at   timestamptz,
    foreign key (article_id, article_version) references article_version
);

create index assertion_article on assertion (article_id);

-- Statements. A statement is a stable id; what it says is its reading: one row for each article version and extractor version.

create table statement (
    id         uuid primary key,
    article_id uuid not null references article,
    known_at   timestamptz not null
);

create index statement_article on statement (article_id);

create table reading (
    id               uuid primary key,
    statement_id     uuid not null references statement,
    article_id       uuid not null,
    article_version  int  not null,
    extractor        text not null,
    -- [{start, end, exact, prefix, suffix}], in order, in UTF-16 code units of that version's text
    receipts         jsonb not null,
    content          text not null,
    form             text not null,
    act              text not null,
    negated          boolean not null,
    cue              jsonb,
    cue_lemma        text,
    speaker_mention  jsonb,
    speaker_role     text,
    -- addressee, place, occasion, channel, via: each {value, receipt, basis} and what else it has
    details          jsonb not null,
    stated_on        date,
    stated_on_latest date,
    stated_precision text,
    stated_basis     text not null,
    stated_receipt   jsonb,
    rule             text not null,
    confidence       double precision not null,
    outlet_id        uuid,
    published_at     timestamptz,
    -- when it was said, else published, else known: the order of statements
    sort_at          timestamptz not null,
    known_at         timestamptz not null,
    superseded_at    timestamptz,
    unique (statement_id, article_version, extractor),
    foreign key (article_id, article_version) references article_version
);

create index reading_order on reading (sort_at desc, statement_id) where superseded_at is null;
create index reading_article on reading (article_id, sort_at desc, statement_id);
create index reading_outlet on reading (outlet_id, sort_at desc, statement_id) where superseded_at is null;
create index reading_words on reading using gin (to_tsvector('english', content));
create index reading_trigram on reading using gin (content gin_trgm_ops);

-- sort_at stands here again so that the statements of one actor or proposal are read in order from the index.
create table reading_speaker (
    reading_id   uuid not null references reading,
    position     int  not null,
    actor_id     uuid not null references actor,
    sort_at      timestamptz not null,
    statement_id uuid not null,
    primary key (reading_id, position)
);

create index reading_speaker_actor on reading_speaker (actor_id, sort_at desc, statement_id);

create table reading_about (
    reading_id   uuid not null references reading,
    position     int  not null,
    proposal_id  uuid not null references proposal,
    version_id   uuid references proposal_version,
    mention_id   uuid not null references mention,
    -- the first row of its proposal in this reading: so a list by proposal holds a statement once
    leads        boolean not null,
    -- null: speaks of it and takes no side
    stance       text,
    sort_at      timestamptz not null,
    statement_id uuid not null,
    primary key (reading_id, position)
);

create index reading_about_proposal on reading_about (proposal_id, sort_at desc, statement_id);
create index reading_about_version on reading_about (version_id, sort_at desc, statement_id);

-- Where receipts of an older version stand in a newer one: one row for each reading, mention or role, and later version.
-- spans: {"120:134": {placement, start, end}}, by the place in the version it was read from
create table placement (
    owner_id        uuid not null,
    article_id      uuid not null,
    article_version int  not null,
    spans           jsonb not null,
    known_at        timestamptz not null,
    primary key (owner_id, article_version),
    foreign key (article_id, article_version) references article_version
);

create index placement_article on placement (article_id);

-- An id that went away, and the one to use instead. Undoing closes the row.
create table redirect (
    id            uuid primary key,
    from_id       uuid not null,
    to_id         uuid not null,
    reason        text not null,
    known_at      timestamptz not null,
    superseded_at timestamptz
);

create unique index redirect_from on redirect (from_id) where superseded_at is null;

do $$
declare
    closable text[] := array['actor', 'actor_role', 'proposal', 'proposal_version', 'mention', 'assertion', 'reading', 'redirect'];
    fixed text[] := array['extraction', 'actor_key', 'actor_alias', 'proposal_key', 'proposer', 'statement',
        'reading_speaker', 'reading_about', 'placement'];
    name text;
begin
    foreach name in array closable loop
        execute format('create trigger only_close before update on %I for each row execute function only_close()', name);
        execute format('create trigger never_delete before delete on %I for each row execute function never_change()', name);
    end loop;
    foreach name in array fixed loop
        execute format('create trigger never_change before update or delete on %I for each row execute function never_change()', name);
    end loop;
end $$;
