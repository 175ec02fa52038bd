-- When an article's page is looked at again: outlets correct and delete quietly.
create table recheck (
    article_id uuid primary key references article (id),
    step int not null,
    due_at timestamptz not null
);
create index recheck_due on recheck (due_at);
