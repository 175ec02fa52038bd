-- A batch counts itself in its job's row before it writes its rows, in one transaction: that the job is there need not be looked up, and
-- locked, for each of them (docs/adr/0015-no-foreign-keys-within-a-statement.md).
alter table import_row drop constraint import_row_job_id_fkey;
