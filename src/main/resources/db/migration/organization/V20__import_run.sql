-- A file somebody looked at before importing it. Its content names people: it goes when the file was applied, or
-- after a day.
create table organization.import_run (
    id         uuid primary key,
    kind       text not null,
    file_name  text not null check (length(file_name) <= 200),
    digest     text not null check (length(digest) = 64),
    content    bytea,
    account    uuid,
    acts       int not null default 0,
    made_at    timestamptz not null,
    applied_at timestamptz,
    check ((content is null) = (applied_at is not null))
);
create index import_run_open on organization.import_run (made_at) where content is not null;
