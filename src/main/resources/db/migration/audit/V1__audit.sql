create schema if not exists audit;

-- One row per event or access record. `body` is the entry: exactly these bytes are sealed (docs/log-format.md). The
-- other columns repeat parts of it, to find entries by.
create table audit.entry (
    id          uuid primary key,
    recorded_at timestamptz not null,
    business_at timestamptz not null,
    event       text not null,
    thing_kind  text not null,
    thing_id    text not null,
    -- Null for an access record, which changes nothing.
    version     bigint check (version > 0),
    -- The commitment that stands for the officer, not the officer.
    person      bytea,
    agency      uuid,
    body        text not null,
    unique (thing_kind, thing_id, version)
);
create index entry_by_time on audit.entry (business_at, id);
create index entry_by_person on audit.entry (person, business_at, id) where person is not null;
create index entry_by_agency on audit.entry (agency, business_at, id) where agency is not null;
create index entry_by_event on audit.entry (event, business_at, id);
-- Access records of one thing; the changes of a thing are found by the unique key.
create index entry_by_access on audit.entry (thing_kind, thing_id, business_at, id) where version is null;

-- Entries not sealed yet. A heap without index: written once, read once, deleted.
create table audit.waiting (
    entry uuid not null
);

-- Personal data of an entry, encrypted under its subject's key. The entry holds the commitment.
create table audit.personal (
    entry     uuid not null,
    component text not null,
    subject   text not null,
    sealed    bytea not null,
    primary key (entry, component)
);

-- A subject's key and salt, wrapped by the master key that is not in the database. Destroyed: both gone for ever.
create table audit.subject_key (
    subject      text primary key,
    wrapped      bytea,
    person       bytea unique,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (person is null))
);

-- Leaf numbers, given at sealing.
create table audit.leaf (
    number bigint primary key,
    entry  uuid not null unique
);

-- Hashes of complete subtrees, 256 side by side: level 0 holds the leaves' hashes, level 1 those of subtrees of 256
-- leaves, and so on. The last tile of a level may be shorter.
create table audit.tile (
    level    smallint not null,
    position bigint not null,
    hashes   bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, position)
);
alter table audit.tile alter column hashes set storage external;

create table audit.checkpoint (
    number     bigint primary key,
    size       bigint not null unique,
    root       bytea not null,
    sealed_at  timestamptz not null,
    note       text not null,
    stamp      bytea,
    stamped_at timestamptz
);

-- One row, locked by whoever seals: two sealers can never both commit.
create table audit.head (
    only_one   boolean primary key default true check (only_one),
    size       bigint not null default 0,
    checkpoint bigint not null default 0,
    -- The key that signs this log; its private half is not in the database.
    key        text
);
insert into audit.head default values;
