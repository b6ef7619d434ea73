create schema if not exists dossier;

create table dossier.dossier (
    id                uuid primary key,
    version           bigint not null,
    -- Agency, day and a number of that day (TT 01/2018/TT-VPCP art. 19); for life.
    code              text   not null unique,
    procedure_code    text   not null,
    procedure_version bigint not null,
    agency            uuid   not null,
    status            text   not null,
    channel           text   not null,
    applicant_name    text   not null,
    -- Without marks and capitals, to search in.
    applicant_folded  text   not null,
    applicant_number  text   not null,
    applicant_phone   text,
    applicant_address text,
    received_at       timestamptz not null,
    received_by       uuid   not null,
    -- What the deadline was computed with: the same gives the same for ever.
    calendar          text   not null,
    calendar_version  bigint not null,
    limit_amount      int    not null,
    limit_unit        text   not null,
    limit_cut_off     time,
    due_at            timestamptz not null,
    -- Who works on it; null before anybody took it.
    handler           uuid,
    ended_at          timestamptz
);
-- The queue of an agency by deadline, and what it has finished, the latest first.
create index dossier_open on dossier.dossier (agency, due_at, id) where ended_at is null;
create index dossier_ended on dossier.dossier (agency, ended_at desc, id desc) where ended_at is not null;

-- A paper of the dossier: digitised where it stays, seen where it is only shown.
create table dossier.component (
    dossier   uuid not null references dossier.dossier (id),
    position  int  not null,
    component text not null,
    name      text not null,
    handling  text not null check (handling in ('SUBMITTED', 'PRESENTED')),
    primary key (dossier, component)
);

-- A scan of a paper (component), or the result (component null).
create table dossier.file (
    id        uuid primary key,
    dossier   uuid not null references dossier.dossier (id),
    component text,
    name      text not null,
    hash      text not null,
    -- DRAFT until the result is signed.
    kind      text not null check (kind in ('SCAN', 'DRAFT', 'RESULT')),
    added_at  timestamptz not null
);
create index file_of_dossier on dossier.file (dossier);

-- A file chosen in a form that was refused: kept for its form, of whoever chose it.
create table dossier.upload (
    id       uuid primary key,
    officer  uuid not null,
    name     text not null,
    hash     text not null,
    at       timestamptz not null
);

-- Who did what when.
create table dossier.act (
    dossier uuid   not null references dossier.dossier (id),
    version bigint not null,
    event   text   not null,
    officer uuid,
    post    uuid,
    at      timestamptz not null,
    reason  text,
    primary key (dossier, version)
);

-- The last number an agency gave on a day.
create table dossier.number (
    agency uuid not null,
    day    date not null,
    last   int  not null check (last > 0),
    primary key (agency, day)
);
