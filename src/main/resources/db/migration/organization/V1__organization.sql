create schema if not exists organization;
create extension if not exists btree_gist;

create table organization.agency (
    id            uuid primary key,
    version       bigint not null,
    name          text not null check (length(name) between 2 and 300),
    name_en       text,
    level         text not null,
    kind          text not null,
    parent        uuid references organization.agency (id),
    calendar      text not null default 'province',
    demonstration boolean not null default false,
    valid_from    date not null,
    valid_to      date check (valid_to is null or valid_to >= valid_from)
);
create index agency_parent on organization.agency (parent);

-- The key of a code is (scheme, code, valid from): a new unit may re-use an old code, but never while the old one is in force.
create table organization.agency_code (
    agency     uuid not null references organization.agency (id),
    scheme     text not null,
    code       text not null check (length(code) between 1 and 35),
    valid_from date not null,
    valid_to   date,
    primary key (scheme, code, valid_from),
    constraint code_names_one_agency_at_a_time exclude using gist (
        scheme with =, code with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index agency_code_agency on organization.agency_code (agency);

create table organization.unit (
    id         uuid primary key,
    agency     uuid not null references organization.agency (id),
    name       text not null,
    position   int not null,
    valid_from date not null,
    valid_to   date
);
create index unit_agency on organization.unit (agency);

create table organization.post (
    id         uuid primary key,
    agency     uuid not null references organization.agency (id),
    unit       uuid references organization.unit (id),
    kind       text not null,
    title      text not null,
    valid_from date not null,
    valid_to   date
);
create index post_agency on organization.post (agency);

create table organization.officer (
    id            uuid primary key,
    version       bigint not null,
    full_name     text not null check (length(full_name) between 2 and 120),
    demonstration boolean not null default false
);

-- Who holds which post from when to when (both days included).
create table organization.holding (
    id         uuid primary key,
    officer    uuid not null references organization.officer (id),
    post       uuid not null references organization.post (id),
    main       boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to is null or valid_to >= valid_from),
    constraint held_once_at_a_time exclude using gist (
        officer with =, post with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index holding_officer on organization.holding (officer, post);
create index holding_post on organization.holding (post);

-- Which agency goes on with another's work. A null successor ends without one; unconfirmed ones were entered by hand
-- where the law's text is not at hand.
create table organization.succession (
    predecessor uuid not null references organization.agency (id),
    successor   uuid references organization.agency (id),
    on_date     date not null,
    confirmed   boolean not null,
    note        text
);
create unique index succession_once on organization.succession (predecessor, successor, on_date) nulls not distinct;
