-- What other engines make of articles: second readings beside the record, never part of it.

-- Whether an engine has been asked about an article version, and what came of it. Its row is the claim of whoever asks.
create table other_extraction (
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    state           text not null check (state in ('RUNNING', 'WAITING', 'DONE', 'FAILED')),
    -- answers that could not be used
    attempts        int not null,
    -- failures in a row of any kind: the pause doubles with each
    pauses          int not null,
    not_before      timestamptz not null,
    claimed         int,
    kept            int,
    -- [{claim, why}]: what was claimed and is not in the text
    dropped         jsonb,
    error           text,
    at              timestamptz not null,
    primary key (article_id, article_version, extractor),
    foreign key (article_id, article_version) references article_version
);

create index other_extraction_work on other_extraction (not_before) where state in ('RUNNING', 'WAITING');

create table other_reading (
    id              uuid primary key,
    article_id      uuid not null,
    article_version int  not null,
    extractor       text not null,
    -- the statement of the record whose words it shares, if there is one
    statement_id    uuid references statement,
    agreement       text not null check (agreement in ('AGREES', 'OTHER_SPEAKER', 'OTHER_POLARITY', 'OTHER_WORDS', 'ONLY_THERE')),
    receipts        jsonb not null,
    content         text not null,
    form            text not null,
    act             text not null,
    negated         boolean not null,
    cue             jsonb,
    speaker_mention jsonb,
    speaker         text,
    confidence      double precision not null,
    rule            text not null,
    known_at        timestamptz not null,
    foreign key (article_id, article_version) references article_version
);

create index other_reading_article on other_reading (article_id, article_version);
create index other_reading_statement on other_reading (statement_id);
create trigger never_change before update or delete on other_reading for each row execute function never_change();
