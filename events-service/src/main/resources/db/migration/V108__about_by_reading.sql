-- What a statement was ever about is asked for with each article; the index on what holds now does not answer that.
create index reading_about_reading on reading_about (reading_id);
