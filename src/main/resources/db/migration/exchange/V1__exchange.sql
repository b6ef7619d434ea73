create schema if not exists exchange;

-- A letter given to the exchange by an agency of this installation. Never changed.
create table exchange.shipment (
    id      uuid primary key,
    sender  uuid  not null,
    letter  jsonb not null,
    sent_at timestamptz not null
);

-- Each receiver's copy, at the sender's. It waits to be carried while next_try is set (real time).
create table exchange.delivery (
    id         uuid primary key,
    -- In the order receivers were named.
    position   bigint generated always as identity,
    version    bigint not null,
    shipment   uuid   not null references exchange.shipment (id),
    receiver   uuid   not null,
    state      text   not null,
    recall     text   not null default 'NONE',
    reason     text,
    changed_at timestamptz not null,
    next_try   timestamptz,
    tries      int    not null default 0,
    failure    text,
    unique (shipment, receiver)
);
create index delivery_waiting on exchange.delivery (next_try) where next_try is not null;

-- A letter that came in, at the receiver's: once, however often it is carried.
create table exchange.arrival (
    id            uuid primary key,
    version       bigint not null,
    shipment      uuid   not null,
    sender        uuid   not null,
    receiver      uuid   not null,
    letter        jsonb  not null,
    arrived_at    timestamptz not null,
    recall        text   not null default 'NONE',
    recall_reason text,
    unique (sender, shipment, receiver)
);

-- What one side has to tell the other. It waits to be carried while next_try is set.
create table exchange.status (
    id       uuid primary key,
    shipment uuid not null,
    -- Of the letter.
    sender   uuid not null,
    receiver uuid not null,
    code     text not null check (code ~ '^[0-9]{2}$'),
    reason   text,
    said_at  timestamptz not null,
    next_try timestamptz,
    tries    int  not null default 0,
    failure  text
);
create index status_waiting on exchange.status (next_try) where next_try is not null;
-- How far the work is, is told once; a recall may be asked and answered again.
create unique index status_once on exchange.status (sender, shipment, receiver, code)
    where code in ('01', '02', '03', '04', '05', '06');
