create schema if not exists files;

-- What lies in the store, by the SHA-256 of its content. Who may open it is known by whoever owns it, not here.
create table files.content (
    hash      text primary key check (hash ~ '^[0-9a-f]{64}$'),
    size      bigint not null check (size > 0),
    -- What the content is, whatever its name says.
    type      text   not null,
    stored_at timestamptz not null
);
