-- A delivery takes over what it tells of a change before the feed forgets that.
alter table webhook_delivery add column told_at timestamptz;
create index webhook_delivery_row on webhook_delivery (xid, seq) where data is null;
