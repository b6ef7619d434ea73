-- What somebody types is found inside subjects and codes, however large the register and however rare the words.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create index document_subject on incoming.document using gin (agency, subject_folded gin_trgm_ops);
create index document_code on incoming.document using gin (agency, code gin_trgm_ops);
create index document_number on incoming.document (agency, number);
