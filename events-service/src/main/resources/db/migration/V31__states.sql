-- Whether a body is a state or an organisation, articles tell more or less well. One that takes it for a state settles it, so that
-- the order in which they come does not matter; nothing else of an actor changes.
create function only_close_or_become_state() returns trigger language plpgsql as $$
declare
    changed record;
begin
    changed := old;
    if old.superseded_at is null then
        changed.superseded_at := new.superseded_at;
    end if;
    if old.kind = 'ORGANISATION' and new.kind = 'STATE' then
        changed.kind := 'STATE';
    end if;
    if changed is distinct from new then
        raise exception 'rows of actor are never changed, only closed';
    end if;
    return new;
end $$;

drop trigger only_close on actor;
create trigger only_close before update on actor for each row execute function only_close_or_become_state();
