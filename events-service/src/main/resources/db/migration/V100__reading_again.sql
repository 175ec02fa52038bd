-- What an extraction found, in short, and the extractor whose rows stand where another has found exactly that in the same version: then
-- nothing takes the place of anything.
alter table extraction add column digest text, add column found_by text;
