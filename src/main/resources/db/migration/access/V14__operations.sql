-- Who may read how the installation runs.
insert into access.role_permission (role, permission) values ('administrator', 'OPERATIONS_VIEW');
