-- What somebody types is found inside subjects and codes, however large the register and however rare the words.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create index document_subject on outgoing.document using gin (agency, subject_folded gin_trgm_ops);
create index document_code on outgoing.document using gin (
    agency, (case when number < 10 then '0' else '' end || number::text || '/' || notation) gin_trgm_ops);
