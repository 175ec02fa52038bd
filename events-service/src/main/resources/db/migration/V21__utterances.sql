-- Utterances: one act of speech, whoever reports it.
--
-- Which statements report the same is told by their words, so grouping starts from these rows: what a reading can be
-- found by. Keys: "a:" an actor known everywhere, "n:" a name that only its article tells apart, "w:" the words of a
-- statement that names nobody.

create table said (
    reading_id   uuid not null references reading,
    key          text not null,
    statement_id uuid not null,
    sort_at      timestamptz not null,
    primary key (reading_id, key)
);

create index said_key on said (key, sort_at);

-- Where the reports of an article version come from, and a sketch of its text by which copies are known.
create table article_origin (
    article_id      uuid not null,
    article_version int  not null,
    -- the agency that is credited, as printed; '?' where agencies are credited without a name
    agency          text,
    -- the words that show that the outlet was there or had it itself
    own             text,
    sketch          jsonb not null,
    known_at        timestamptz not null,
    primary key (article_id, article_version),
    foreign key (article_id, article_version) references article_version
);

create table utterance (
    id       uuid primary key,
    known_at timestamptz not null
);

-- What is known of an utterance at a time: one present row for each.
create table utterance_state (
    id                   uuid primary key,
    utterance_id         uuid not null references utterance,
    -- actor ids, as first resolved
    speakers             jsonb not null,
    stated_on            date,
    stated_on_latest     date,
    content              text not null,
    statements           int not null,
    outlets              int not null,
    origin_count         int not null,
    unknown_reports      int not null,
    -- [{name, outlet_id, basis, article_ids}]
    origins              jsonb not null,
    sort_at              timestamptz not null,
    known_at             timestamptz not null,
    superseded_at        timestamptz
);

create index utterance_state_one on utterance_state (utterance_id, known_at);
create unique index utterance_state_present on utterance_state (utterance_id) where superseded_at is null;
create index utterance_state_order on utterance_state (sort_at desc, utterance_id) where superseded_at is null;

create table utterance_member (
    utterance_id  uuid not null references utterance,
    statement_id  uuid not null references statement,
    known_at      timestamptz not null,
    superseded_at timestamptz,
    primary key (utterance_id, statement_id, known_at)
);

create unique index utterance_member_statement on utterance_member (statement_id) where superseded_at is null;
create index utterance_member_history on utterance_member (statement_id, known_at);
create index utterance_member_utterance on utterance_member (utterance_id);

create trigger never_change before update or delete on said for each row execute function never_change();
create trigger never_change before update or delete on article_origin for each row execute function never_change();
create trigger never_change before update or delete on utterance for each row execute function never_change();
create trigger only_close before update on utterance_state for each row execute function only_close();
create trigger never_delete before delete on utterance_state for each row execute function never_change();
create trigger only_close before update on utterance_member for each row execute function only_close();
create trigger never_delete before delete on utterance_member for each row execute function never_change();

alter table article_version add column byline text;
