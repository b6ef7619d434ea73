-- A lock that comes back is twice as long as the one before it.
alter table access.sign_in_failure add column locks int not null default 0;

-- One-time codes (RFC 6238). The secret is encrypted under a key that is not in the database.
create table access.one_time_code (
    account      uuid primary key references access.account (id),
    secret       bytea not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

create table access.recovery_code (
    account uuid not null references access.account (id),
    hash    bytea not null,
    used_at timestamptz,
    primary key (account, hash)
);

-- Passkeys (WebAuthn). `id` is what pages call a passkey; the credential's own id belongs to browsers.
create table access.passkey (
    id                      uuid primary key,
    account                 uuid not null references access.account (id),
    credential              bytea not null unique,
    label                   text not null,
    public_key              bytea not null,
    signature_count         bigint not null,
    user_verified           boolean not null,
    transports              text[] not null,
    backup_eligible         boolean not null,
    backed_up               boolean not null,
    attestation             bytea,
    attestation_client_data bytea,
    created_at              timestamptz not null,
    last_used_at            timestamptz not null
);
create index passkey_account on access.passkey (account);

-- Whom another sign-on service (OpenID Connect) means by its subject, pinned at the first sign-on.
create table access.sign_on (
    issuer    text not null,
    subject   text not null,
    account   uuid not null references access.account (id),
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (account, issuer)
);

alter table access.api_token add column last_used_at timestamptz;

-- Several nodes may each print a link at their start; each link is good until somebody used one.
alter table access.first_administrator drop constraint first_administrator_pkey;
alter table access.first_administrator drop column only_one;
alter table access.first_administrator add primary key (hash);
