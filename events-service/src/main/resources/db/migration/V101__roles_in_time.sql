-- Since when and until when a role is printed follows from the articles that print it, whatever order they come in.
alter table actor_role drop column held_from, drop column held_to;
