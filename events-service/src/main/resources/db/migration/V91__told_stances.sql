-- What articles have just told or taken back of stances and of what became of proposals, so that only those proposals are looked at.
create index assertion_told on assertion (known_at, field) where field in ('stance', 'status');
create index assertion_taken_back on assertion (superseded_at, field) where field in ('stance', 'status');
