-- Who administers the province keeps its catalogue of procedures.
insert into access.role_permission (role, permission) values ('administrator', 'PROCEDURE_MANAGE');
