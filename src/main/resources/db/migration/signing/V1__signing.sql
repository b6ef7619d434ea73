create schema if not exists signing;

-- The demonstration's certification authority: one, made at its first use. Its key is sealed with the installation's.
create table signing.authority (
    one         boolean primary key default true check (one),
    certificate bytea not null,
    key         bytea not null
);

-- Certificates issued to officers, with their keys sealed. Never in production: there keys stay where they were made.
create table signing.certificate (
    id          uuid primary key,
    officer     uuid not null,
    -- Hexadecimal, as programs print it.
    serial      text not null unique check (serial ~ '^[0-9a-f]{2,40}$'),
    certificate bytea not null,
    key         bytea not null,
    valid_from  timestamptz not null,
    valid_to    timestamptz not null check (valid_to > valid_from),
    -- Under this name and agency it was issued: who changes either gets a new one.
    subject     text not null,
    unique (officer, subject)
);
