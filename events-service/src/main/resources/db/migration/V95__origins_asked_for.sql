-- "Reported by so many origins": of how many a question, or an endpoint, wants to hear; null for each that is added.
alter table saved_question add column origins int check (origins between 2 and 1000);
alter table webhook_endpoint add column origins int check (origins between 2 and 1000);
