create table outlet (
    id uuid primary key,
    name text not null,
    homepage text,
    kind text not null default 'UNKNOWN',
    country text,
    time_zone text,
    known_at timestamptz not null
);
-- One outlet for a name, however it is capitalised.
create unique index outlet_name on outlet (lower(name));
