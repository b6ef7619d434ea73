-- The link by which somebody whose password was taken away, or who never had one, sets a new one. Only its hash is kept.
create table access.password_link (
    hash       bytea primary key,
    account    uuid not null references access.account (id),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_link_account on access.password_link (account);
