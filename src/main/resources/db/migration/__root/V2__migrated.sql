-- Which migrations this database has, all of them, in one number: the next start with the same files asks no further.
create table migrated (
    one         boolean primary key default true check (one),
    fingerprint text not null
);
