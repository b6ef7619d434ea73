-- Plans of reorganisation. Agencies a plan will found have their ids already, and are not in organization.agency yet:
-- so no foreign keys to it from here.
create table organization.reorganisation (
    id          uuid primary key,
    version     bigint not null,
    status      text not null,
    title       text not null check (length(title) between 2 and 300),
    decision    text check (length(decision) <= 300),
    on_date     date not null,
    agency      uuid not null,
    drafted_at  timestamptz not null,
    applied_at  timestamptz,
    -- on its day: how many things stood in the way; null since it was changed
    refused     int,
    ended       int,
    founded     int,
    renamed     int,
    moved       int,
    posts       int,
    officers    int,
    other_kind  int
);
create index reorganisation_newest on organization.reorganisation (on_date desc, id desc);
create index reorganisation_due on organization.reorganisation (on_date) where status = 'APPROVED';

create table organization.reorganisation_step (
    id         uuid primary key,
    plan       uuid not null references organization.reorganisation (id),
    position   bigint generated always as identity,
    kind       text not null,
    agency     uuid not null,
    other      uuid,
    name       text check (length(name) between 2 and 300),
    name_en    text,
    level      text,
    word       text,
    identifier text,
    unit_code  text,
    confirmed  boolean not null default true,
    note       text check (length(note) <= 500)
);
create index reorganisation_step_plan on organization.reorganisation_step (plan, position);

create table organization.reorganisation_rule (
    plan   uuid not null references organization.reorganisation (id),
    agency uuid not null,
    other  uuid not null,
    unit   text,
    primary key (plan, agency)
);

create table organization.reorganisation_by_hand (
    plan    uuid not null references organization.reorganisation (id),
    holding uuid not null,
    agency  uuid not null,
    unit    text,
    kind    text not null,
    title   text not null,
    primary key (plan, holding)
);

-- What an applied plan did to people, in the order of the plan.
create table organization.reorganisation_move (
    plan       uuid not null references organization.reorganisation (id),
    position   int not null,
    officer    uuid not null,
    from_post  uuid not null,
    to_post    uuid not null,
    other_kind boolean not null,
    by_hand    boolean not null,
    primary key (plan, position)
);
create index reorganisation_move_other_kind on organization.reorganisation_move (plan, position) where other_kind;
