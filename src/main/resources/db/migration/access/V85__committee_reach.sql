-- An inspectorate inspects what the committee it serves answers for: said by the role, not by the reader's page.
alter table access.role drop constraint role_reach_check;
alter table access.role add constraint role_reach_check check (reach in ('COMMITTEE', 'UNDER', 'AGENCY', 'UNIT'));
update access.role set reach = 'COMMITTEE' where code = 'auditor' and reach = 'UNDER';
