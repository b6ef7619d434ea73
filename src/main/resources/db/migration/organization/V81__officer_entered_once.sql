-- The form with which somebody was entered: sent twice, it enters one officer.
alter table organization.officer add column form uuid unique;
