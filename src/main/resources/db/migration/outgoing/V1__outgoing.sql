create schema if not exists outgoing;

create table outgoing.document (
    id             uuid primary key,
    version        bigint not null,
    -- Whose number and seal it gets.
    agency         uuid   not null,
    status         text   not null,
    type           text   not null,
    notation       text   not null,
    subject        text   not null,
    -- Without marks and capitals, to search in.
    subject_folded text   not null,
    urgency        text   not null,
    signer         uuid   not null,
    signer_post    uuid   not null,
    drafter        uuid   not null,
    drafted_at     timestamptz not null,
    touched_at     timestamptz not null,
    -- The book is of an agency, a type and a year; null before it has a number.
    year           int,
    number         int check (number > 0),
    issued_on      date,
    -- Of the seal that is still to come: tried again from then on (real time), and what kept it last.
    seal_next_try  timestamptz,
    seal_tries     int not null default 0,
    seal_failure   text,
    check (num_nonnulls(year, number, issued_on) in (0, 3)),
    unique (agency, type, year, number)
);
create index document_touched on outgoing.document (agency, touched_at desc, id desc);
create index document_status on outgoing.document (agency, status, touched_at desc, id desc);
create index document_drafter on outgoing.document (drafter, touched_at desc, id desc);
create index document_to_seal on outgoing.document (seal_next_try) where seal_next_try is not null;

create table outgoing.receiver (
    document uuid not null references outgoing.document (id),
    position int  not null,
    agency   uuid not null,
    primary key (document, agency)
);

-- What lay before the signer, what was signed, what is issued: each beside the one before.
create table outgoing.file (
    id       uuid primary key,
    -- The newest has the highest.
    position bigint generated always as identity,
    document uuid not null references outgoing.document (id),
    name     text not null,
    hash     text not null,
    kind     text not null check (kind in ('DRAFT', 'SIGNED', 'SEALED')),
    added_at timestamptz not null
);
create index file_of_document on outgoing.file (document);

-- A file chosen in a form that was refused: kept for its form, of whoever chose it.
create table outgoing.upload (
    id      uuid primary key,
    officer uuid not null,
    name    text not null,
    hash    text not null,
    at      timestamptz not null
);

-- Who did what when.
create table outgoing.act (
    document uuid   not null references outgoing.document (id),
    version  bigint not null,
    event    text   not null,
    officer  uuid,
    post     uuid,
    at       timestamptz not null,
    reason   text,
    primary key (document, version)
);

-- The last number of an agency's book of a type in a year. It is given back with the transaction: no gaps.
create table outgoing.book (
    agency uuid not null,
    type   text not null,
    year   int  not null,
    last   int  not null check (last > 0),
    primary key (agency, type, year)
);
