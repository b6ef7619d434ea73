create schema if not exists shared;

-- One row. Business time = business_anchor + (real time - real_anchor) * rate. Read in demonstrations only.
create table shared.business_clock (
    only_one        boolean primary key default true check (only_one),
    real_anchor     timestamptz not null,
    business_anchor timestamptz not null,
    rate            double precision not null check (rate between 0 and 86400),
    version         bigint not null default 1
);
-- A demonstration opens on Friday 22/11/2024 08:00 in Trà Vinh, at the moment its database is created.
insert into shared.business_clock (real_anchor, business_anchor, rate)
values (now(), timestamptz '2024-11-22 08:00:00+07', 1);

-- What changed, for nodes that missed the notification.
create table shared.signal (
    topic   text primary key,
    version bigint not null
);

-- Which node does a named work, and until when.
create table shared.lease (
    name  text primary key,
    node  uuid not null,
    until timestamptz not null
);

-- Which parts of the demonstration province are loaded.
create table shared.demonstration_part (
    name      text primary key,
    loaded_at timestamptz not null default now()
);
