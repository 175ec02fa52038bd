-- What a key may ask for in a minute, where that is not what the installation says; and the text a rotated key had before.
alter table access_key add column cost_per_minute int check (cost_per_minute > 0);
alter table access_key add column old_hash bytea unique check (length(old_hash) = 32);
alter table access_key add column old_until timestamptz;
