-- Up to where the feed was forgotten: a cursor before that place is refused, since rows that its reader has not seen are gone.
alter table change_epoch add column floor_xid xid8 not null default '0', add column floor_seq bigint not null default 0;
