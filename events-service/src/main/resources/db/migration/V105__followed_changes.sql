-- Which changes of sources-service were taken over, by their ids: whichever way a change comes, by the feed or by Kafka, it is taken once.
create table followed_change (
    id      uuid primary key,
    at      timestamptz not null,
    -- Why it was not, if it cannot be; then what was told is kept.
    refused text,
    told    text
);
create index followed_change_refused on followed_change (at) where refused is not null;
create index followed_change_at on followed_change using brin (at);
