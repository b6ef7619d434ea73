create schema if not exists access;

-- Spring Session's own tables: a session lives on every node.
create table access.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on access.spring_session (expiry_time);
create index spring_session_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36) not null references access.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table access.account (
    id            uuid primary key,
    version       bigint not null,
    name          text not null unique check (name = lower(name) and length(name) between 3 and 60),
    officer       uuid unique,
    suspended     boolean not null default false,
    password_hash text,
    demonstration boolean not null default false
);

-- Failed sign-ins by what was typed and by address; also for names nobody has, so that a lock tells nothing.
create table access.sign_in_failure (
    subject      text primary key,
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

create table access.api_token (
    id           uuid primary key,
    account      uuid not null references access.account (id),
    hash         bytea not null unique,
    label        text not null,
    permissions  text[],
    issued_at    timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz
);
create index api_token_account on access.api_token (account);

-- Roles: which permissions, and who has them by the kind of post or by one post. A right reaches the post's agency and
-- everything under it.
create table access.role (
    code  text primary key,
    title text not null
);
create table access.role_permission (
    role       text not null references access.role (code),
    permission text not null,
    primary key (role, permission)
);
create table access.role_of_kind (
    post_kind text not null,
    role      text not null references access.role (code),
    primary key (post_kind, role)
);
create table access.role_of_post (
    post uuid not null,
    role text not null references access.role (code),
    primary key (post, role)
);

insert into access.role (code, title) values
    ('administrator', 'Quản trị hệ thống'), ('auditor', 'Kiểm tra nhật ký');
insert into access.role_permission (role, permission) values
    ('administrator', 'CLOCK_MOVE'), ('administrator', 'ORGANIZATION_MANAGE'), ('administrator', 'CALENDAR_MANAGE'),
    ('administrator', 'AUDIT_VIEW'), ('administrator', 'ACCESS_MANAGE'), ('auditor', 'AUDIT_VIEW');
insert into access.role_of_kind (post_kind, role) values ('ADMINISTRATOR', 'administrator'), ('AUDITOR', 'auditor');

-- The one-time link that makes the first administrator of a production installation.
create table access.first_administrator (
    only_one   boolean primary key default true check (only_one),
    hash       bytea not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
