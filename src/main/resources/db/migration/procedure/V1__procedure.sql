create schema if not exists procedure;

-- What was loaded at once, and where it came from.
create table procedure.edition (
    id         text primary key check (id ~ '^[a-z0-9-]{3,60}$'),
    source     text not null,
    -- The day the source was read.
    read_on    date not null,
    -- SHA-256 of the files, in hexadecimal.
    digest     text not null check (length(digest) = 64),
    procedures int  not null check (procedures > 0),
    loaded_at  timestamptz not null
);

-- What the national database says of a procedure, as it says it. A version is never changed.
create table procedure.version (
    code       text   not null check (code ~ '^[0-9]\.[0-9]{6}$'),
    version    bigint not null check (version > 0),
    edition    text   not null references procedure.edition (id),
    name       text   not null,
    field      text   not null,
    ministry   text   not null,
    kind       text   not null,
    -- MINISTRY, PROVINCE, COMMUNE, OTHER
    levels     text[] not null,
    applicants text[] not null,
    -- DIRECT, ONLINE, POST
    channels   text[] not null,
    -- By the same order as channels; the words of the source, empty where it says nothing.
    limits     text[] not null,
    fees       text[] not null,
    results    text[] not null,
    agency     text   not null,
    decision   text   not null,
    url        text   not null,
    primary key (code, version),
    check (cardinality(limits) = cardinality(channels) and cardinality(fees) = cardinality(channels))
);

-- What the national database does not say and a dossier cannot do without.
create table procedure.terms (
    code         text   not null,
    version      bigint not null,
    -- Sets of papers to hand in.
    sets         int    not null check (sets between 1 and 10),
    limit_amount int    not null check (limit_amount between 0 and 3650),
    limit_unit   text   not null,
    limit_cut_off time,
    limit_source text   not null,
    limit_shown  boolean not null,
    -- In đồng, for each fee_unit; null: none.
    fee          bigint check (fee > 0),
    fee_unit     text,
    fee_source   text   not null,
    fee_shown    boolean not null,
    primary key (code, version),
    foreign key (code, version) references procedure.version (code, version)
);

create table procedure.component (
    code         text   not null,
    version      bigint not null,
    position     int    not null,
    component    text   not null check (component ~ '^[A-Z0-9-]{1,40}$'),
    name         text   not null,
    -- SUBMITTED: stays in the dossier and is digitised; PRESENTED: looked at and given back.
    handling     text   not null check (handling in ('SUBMITTED', 'PRESENTED')),
    originals    int    not null check (originals >= 0),
    copies       int    not null check (copies >= 0),
    -- When it is asked for; null: always.
    condition    text,
    template     text,
    source       text   not null,
    -- Entered for the demonstration, not taken from a text.
    shown        boolean not null,
    primary key (code, version, position),
    unique (code, version, component),
    foreign key (code, version) references procedure.terms (code, version)
);

create table procedure.step (
    code         text   not null,
    version      bigint not null,
    position     int    not null,
    name         text   not null,
    kind         text   not null check (kind in ('RECEIVE', 'PROCESS', 'SIGN', 'RETURN')),
    performer    text   not null,
    -- Working hours.
    hours        int    not null check (hours between 0 and 2000),
    source       text   not null,
    shown        boolean not null,
    primary key (code, version, position),
    foreign key (code, version) references procedure.terms (code, version)
);
