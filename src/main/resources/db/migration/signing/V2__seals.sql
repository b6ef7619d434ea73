-- A certificate is an officer's, or an agency's for its seal.
alter table signing.certificate alter column officer drop not null;
alter table signing.certificate add column agency uuid;
alter table signing.certificate add constraint certificate_of_one check (num_nonnulls(officer, agency) = 1);
alter table signing.certificate add constraint certificate_of_agency unique (agency, subject);
