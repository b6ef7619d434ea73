-- Announcements of committed changes that no node has made yet: written in the change's own transaction, so that a node
-- killed right after the commit owes them to the others.
create table shared.signal_owed (
    topic text not null
);
