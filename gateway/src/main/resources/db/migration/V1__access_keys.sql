-- Keys of people and partner applications. A key itself is never stored: only its hash, which cannot be turned back.
create table access_key (
    id uuid primary key,
    label text not null,
    hash bytea not null unique check (length(hash) = 32),
    scopes text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
comment on column access_key.hash is 'SHA-256 of the key as it is sent; 256 random bits need no salt';
comment on column access_key.scopes is 'read, partner, review, admin: separated by commas';
