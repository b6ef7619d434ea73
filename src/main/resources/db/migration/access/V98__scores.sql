-- Which dossiers lost points in the index: for the team that watches it. Who handles an agency's dossiers sees its own.
insert into access.role (code, title, reach) values ('index-analyst', 'Theo dõi chỉ số phục vụ', 'COMMITTEE');
insert into access.role_permission (role, permission) values ('index-analyst', 'SCORE_EXPLAIN');
insert into access.role_of_kind (post_kind, role) values ('INDEX_OFFICER', 'index-analyst');
