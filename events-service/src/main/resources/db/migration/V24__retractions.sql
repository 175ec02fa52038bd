-- Found often, and rare.
create index article_retracted on article (id) where state = 'RETRACTED';
create index work_item_read on work_item (extractor) where state = 'DONE';
