-- Told as ETag and asked for by If-Match; it counts what people change, not how far sending has come.
alter table webhook_endpoint add column version int not null default 1;
