create schema if not exists notification;

create table notification.notice (
    -- Made in the order of posting (UUIDv7): what lists are sorted by.
    id        uuid primary key,
    officer   uuid not null,
    -- Under which post the officer is concerned.
    post      uuid not null,
    -- What made it: the same is told to an officer once, however often it is delivered.
    cause     text not null,
    -- What it is about, as kind/id: by it a step that is done takes its notices back.
    about     text not null,
    -- A message key of the module that posted it and what fills it in: put into words for each reader.
    words     text not null,
    arguments text[] not null,
    link      text not null,
    urgent    boolean not null,
    at        timestamptz not null,
    -- Read, or no longer to be done; real time.
    done_at   timestamptz,
    settled   boolean not null default false,
    check (done_at is not null or not settled),
    unique (officer, cause)
);
create index notice_of_officer on notification.notice (officer, id desc);
create index notice_unread on notification.notice (officer, id desc) where done_at is null;
create index notice_open_about on notification.notice (about) where done_at is null;
create index notice_done on notification.notice (done_at) where done_at is not null;
