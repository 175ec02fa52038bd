-- Which ids a change speaks of, so that followers can ask for those of one proposal, actor or outlet alone.
alter table outbox add column about uuid[] not null default '{}';

update outbox set about = array(
    select distinct cast(m[1] as uuid)
    from regexp_matches(data::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') m);
