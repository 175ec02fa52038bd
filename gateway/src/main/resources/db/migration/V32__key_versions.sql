-- Told as ETag and asked for by If-Match; it counts what people change, not each use.
alter table access_key add column version int not null default 1;
