create schema if not exists calendar;

-- A working calendar. Every change makes a new version; a row of the tables below is part of the versions from
-- since_version up to, not including, until_version.
create table calendar.calendar (
    id      text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    version bigint not null,
    name_vi text not null check (length(name_vi) between 2 and 200),
    name_en text,
    -- Whose adjustments it takes over; null for the province's.
    parent  text references calendar.calendar (id) check (parent <> id)
);
create unique index calendar_has_one_root on calendar.calendar ((parent is null)) where parent is null;

-- Who made which version when, and of what: nothing here is ever changed.
create table calendar.revision (
    calendar       text not null references calendar.calendar (id),
    version        bigint not null,
    kind           text not null,
    -- The adjustment entered or withdrawn, the version restored.
    adjustment     uuid,
    restored       bigint,
    -- The parent's version whose adjustments are in force in this one.
    parent_version bigint,
    -- Which edition of the public holidays it was computed with.
    edition        int not null,
    at             timestamptz not null,
    -- Null for the platform's own work.
    officer        uuid,
    author         text,
    primary key (calendar, version)
);

create table calendar.adjustment (
    id            uuid not null,
    calendar      text not null references calendar.calendar (id),
    kind          text not null,
    day           date not null,
    make_up       date,
    half          text,
    holiday       text,
    source_vi     text not null check (length(source_vi) between 3 and 300),
    source_en     text,
    reason        text check (length(reason) <= 300),
    since_version bigint not null,
    until_version bigint check (until_version > since_version),
    primary key (id, since_version),
    check ((kind = 'SWAP') = (make_up is not null)),
    check ((kind = 'HALF_DAY') = (half is not null)),
    check ((kind = 'CHOICE') = (holiday is not null))
);
create index adjustment_calendar on calendar.adjustment (calendar, since_version);

create table calendar.opening_hours (
    calendar      text not null references calendar.calendar (id),
    weekday       smallint not null check (weekday between 1 and 7),
    opens         time not null,
    closes        time not null check (closes > opens),
    -- Whether the day counts in deadlines, or is only open for the counter.
    counts        boolean not null,
    since_version bigint not null,
    until_version bigint check (until_version > since_version),
    primary key (calendar, since_version, weekday, opens)
);
