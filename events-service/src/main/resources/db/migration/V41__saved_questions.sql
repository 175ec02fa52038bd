-- Questions that somebody wants answered again and again: which changes of the record are wanted.
create table saved_question (
    id         uuid primary key,
    owner      text not null,
    name       text not null,
    types      text[] not null,
    proposals  uuid[] not null,
    actors     uuid[] not null,
    outlets    uuid[] not null,
    created_at timestamptz not null
);
create index saved_question_owner on saved_question (owner, created_at);
