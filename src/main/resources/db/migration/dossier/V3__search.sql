-- What somebody types is found inside names and codes, also among all that ended.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create index dossier_applicant on dossier.dossier using gin (agency, applicant_folded gin_trgm_ops);
create index dossier_code on dossier.dossier using gin (agency, code gin_trgm_ops);
