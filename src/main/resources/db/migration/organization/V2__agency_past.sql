-- What an agency was called and whom it stood under before; its row in organization.agency says how it is now.
create table organization.agency_past (
    agency     uuid not null references organization.agency (id),
    name       text not null,
    name_en    text,
    parent     uuid references organization.agency (id),
    valid_from date not null,
    valid_to   date not null check (valid_to >= valid_from),
    constraint one_past_at_a_time exclude using gist (
        agency with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index holding_open on organization.holding (post) where valid_to is null;
