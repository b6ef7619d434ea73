-- What a listener did not hear: taken out of the event registry until the next try, so that the registry holds only
-- what is under way. After the last try by itself it is parked, and a person decides.
create table shared.undelivered (
    id               uuid primary key,
    version          bigint      not null default 0, -- of people's decisions
    listener_id      text        not null,
    event_type       text        not null,
    serialized_event text        not null,
    publication_date timestamptz not null,
    tries            int         not null,
    next_try         timestamptz not null,
    given_back       timestamptz,                    -- it is in the registry again, for another try
    parked           timestamptz
);
create index undelivered_due on shared.undelivered (next_try) where parked is null;
create index undelivered_in_order on shared.undelivered ((parked is null), publication_date desc, id desc);
