-- Which dossiers lost points in the index: for the team that watches it and for who leads a committee.
insert into access.role (code, title, reach) values ('index-analyst', 'Theo dõi chỉ số phục vụ', 'COMMITTEE');
insert into access.role_permission (role, permission) values ('index-analyst', 'SCORE_EXPLAIN');
insert into access.role_of_kind (post_kind, role) values
    ('INDEX_OFFICER', 'index-analyst'), ('CHAIRMAN', 'index-analyst'), ('VICE_CHAIRMAN', 'index-analyst');
