-- People who signed in to the console with a key. The cookie's text is never stored, only its hash; a session ends with its key.
create table console_session (
    id uuid primary key,
    hash bytea not null unique check (length(hash) = 32),
    key_id uuid not null references access_key (id) on delete cascade,
    started_at timestamptz not null,
    ends_at timestamptz not null
);
create index console_session_ends_at on console_session (ends_at);
