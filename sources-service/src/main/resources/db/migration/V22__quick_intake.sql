-- What is looked up right after it is written should be in the index itself, not in a list before it that is read whole.
alter index article_sketch_bands set (fastupdate = off);
do $$ begin perform gin_clean_pending_list('article_sketch_bands'); end $$;

-- Compressing a text took most of the time of storing it, and keeping a few kilobytes beside their row half of the rest.
alter table article_version alter column text set storage external, set (toast_tuple_target = 8160);
alter table raw_document set (toast_tuple_target = 8160);
