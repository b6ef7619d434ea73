create schema if not exists incoming;

create table incoming.document (
    id             uuid primary key,
    version        bigint not null,
    -- How the exchange knows it: one arrival is one document.
    arrival        uuid   not null unique,
    agency         uuid   not null,
    sender         uuid   not null,
    status         text   not null,
    code           text   not null,
    issued_on      date   not null,
    type           text   not null,
    subject        text   not null,
    -- Without marks and capitals, to search in.
    subject_folded text   not null,
    urgency        text   not null,
    signer         text   not null,
    arrived_at     timestamptz not null,
    -- The register is of an agency and a year; null before it is registered.
    year           int,
    number         int check (number > 0),
    registered_at  timestamptz,
    handler        uuid,
    check (num_nonnulls(year, number, registered_at) in (0, 3)),
    unique (agency, year, number)
);
create index document_arrived on incoming.document (agency, arrived_at desc, id desc);
create index document_status on incoming.document (agency, status, arrived_at desc, id desc);
create index document_handler on incoming.document (handler, arrived_at desc, id desc) where handler is not null;

create table incoming.file (
    id       uuid primary key,
    position bigint generated always as identity,
    document uuid not null references incoming.document (id),
    name     text not null,
    hash     text not null
);
create index file_of_document on incoming.file (document);

-- Who did what when.
create table incoming.act (
    document uuid   not null references incoming.document (id),
    version  bigint not null,
    event    text   not null,
    officer  uuid,
    post     uuid,
    at       timestamptz not null,
    reason   text,
    primary key (document, version)
);

-- The last arrival number of an agency in a year. It is given back with the transaction: no gaps.
create table incoming.book (
    agency uuid not null,
    year   int  not null,
    last   int  not null check (last > 0),
    primary key (agency, year)
);
