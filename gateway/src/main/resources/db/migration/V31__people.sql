-- People signed in with an OpenID provider have no key: their session says itself who they are and what they may do.
alter table console_session alter column key_id drop not null;
alter table console_session add column person text;
alter table console_session add column scopes text;
alter table console_session add constraint console_session_of_one
    check ((key_id is null) = (person is not null) and (person is null) = (scopes is null));
