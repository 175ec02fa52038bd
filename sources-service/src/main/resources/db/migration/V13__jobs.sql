-- Imports that run by themselves. The file is kept until the job has ended, so that a crash does not ask for it again.
create table import_job (
    id uuid primary key,
    idempotency_key text unique,
    who text not null,
    caller text not null,
    file text,
    format text not null,
    dry_run boolean not null,
    state text not null,
    bytes bigint not null,
    done int not null,
    stored int not null,
    new_versions int not null,
    unchanged int not null,
    refused int not null,
    error text,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    claimed_until timestamptz not null
);
comment on column import_job.done is 'Rows that are finished; counted in the transaction that stores them, so a job that starts again goes on behind them.';

create table import_chunk (
    job_id uuid not null references import_job (id),
    number int not null,
    bytes bytea not null,
    primary key (job_id, number)
);
alter table import_chunk alter column bytes set storage external;

create table import_row (
    job_id uuid not null references import_job (id),
    line int not null,
    name text,
    fate text not null,
    article_id uuid,
    version int,
    problem text,
    primary key (job_id, line)
);
