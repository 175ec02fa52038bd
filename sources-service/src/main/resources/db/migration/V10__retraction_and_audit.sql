alter table article add column state_reason text, add column origin text;
comment on column article.origin is 'The agency that the text itself names as where it is from.';

-- Who changed what, when: one row for each call that changes something; rows are only ever added.
create table audit (
    id uuid primary key,
    at timestamptz not null,
    who text not null,
    caller text not null,
    action text not null,
    subject_kind text not null,
    subject_id text,
    before json,
    after json
);
comment on column audit.who is 'The access key''s id, as the gateway passes it on; "anonymous" or a service''s name.';
comment on column audit.caller is 'The service that signed the token.';
create index audit_newest on audit (id desc);
create index audit_subject on audit (subject_id, id desc);
