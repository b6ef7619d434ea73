create schema if not exists scoring;

-- What one dossier counts for in the index. A copy for counting: it can be made anew from the dossiers at any time.
create table scoring.contribution (
    dossier     uuid        primary key,
    -- Of the dossier: the newest wins, in whatever order they come.
    version     bigint      not null,
    code        text        not null,
    procedure   text        not null,
    agency      uuid        not null,
    -- Which period it belongs to.
    received_on date        not null,
    due_at      timestamptz not null,
    -- When the work was done or halted; null while it goes on.
    halted_at   timestamptz,
    digitised   boolean     not null,
    result      boolean     not null
);
-- Everything the points of a period are counted from, without reading the table.
create index contribution_of_period on scoring.contribution (received_on)
    include (agency, due_at, halted_at, digitised, result);
-- The dossiers of an agency, to show which of them lost points.
create index contribution_of_agency on scoring.contribution (agency, received_on, dossier);
