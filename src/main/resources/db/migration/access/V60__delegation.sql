-- When an officer is away, and who stands in. The reason is nobody's business and not kept.
create table access.absence (
    id          uuid primary key,
    version     bigint not null,
    officer     uuid not null,
    valid_from  date not null,
    valid_to    date not null check (valid_to >= valid_from),
    replacement uuid check (replacement <> officer),
    ended_at    timestamptz
);
create index absence_officer on access.absence (officer, valid_to);

-- Rights of a post, lent by its holder to another officer for a while. What was lent is kept; what it is worth is asked
-- at every use: the lender's rights of that moment, and no more.
create table access.delegation (
    id          uuid primary key,
    version     bigint not null,
    delegator   uuid not null,
    post        uuid not null,
    delegate    uuid not null check (delegate <> delegator),
    permissions text[] not null,
    valid_from  date not null,
    valid_to    date not null check (valid_to >= valid_from),
    absence     uuid references access.absence (id),
    ended_at    timestamptz
);
create unique index delegation_once on access.delegation (post, delegator, delegate, valid_from, valid_to)
    where ended_at is null;
create index delegation_delegate on access.delegation (delegate, valid_to);
create index delegation_delegator on access.delegation (delegator, valid_to);

-- How far the rights of a role reach, and the version of the role for its events (those below were given by migration).
alter table access.role
    add column version bigint not null default 0,
    add column reach text not null default 'UNDER' check (reach in ('UNDER', 'AGENCY', 'UNIT'));
