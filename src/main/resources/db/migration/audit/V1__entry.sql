create schema if not exists audit;

create table audit.entry (
    id          uuid primary key,
    recorded_at timestamptz not null,
    business_at timestamptz not null,
    event       text not null,
    thing_kind  text not null,
    thing_id    text not null,
    version     bigint not null
);
