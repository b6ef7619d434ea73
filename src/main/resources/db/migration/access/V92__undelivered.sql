-- Who looks after what the platform could not deliver to its own modules.
insert into access.role_permission (role, permission) values ('administrator', 'UNDELIVERED_DECIDE');
