-- The only documents that some keys may ask for; a key without any may ask for all.
create table trusted_document (
    key_id uuid not null references access_key (id) on delete cascade,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    document text not null,
    primary key (key_id, hash)
);
