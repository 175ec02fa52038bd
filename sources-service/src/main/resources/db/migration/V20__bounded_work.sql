-- Work that fails is tried again a few times, says why, and then waits for somebody instead of trying for ever.
alter table import_job add column attempts int not null default 0;
comment on column import_job.attempts is 'Starts since a batch was last stored; a worker that was killed counts too.';

alter table duplicate_backlog add column attempts int not null default 0, add column problem text;
alter table search_backlog
    add column attempts int not null default 0,
    add column problem text,
    add column due_at timestamptz not null default '-infinity';
comment on column duplicate_backlog.claimed_until is 'Infinity: given up, until the article has a new text; problem says why.';
comment on column search_backlog.due_at is 'Infinity: given up, until the article has a new text; problem says why.';

alter table recheck add column attempts int not null default 0, add column problem text;
