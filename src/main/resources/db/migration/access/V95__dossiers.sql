-- Who receives dossiers, works on them and signs their results: each for the agency of their post.
insert into access.role (code, title, reach) values
    ('one-stop', 'Tiếp nhận và trả kết quả', 'AGENCY'), ('case-officer', 'Xử lý hồ sơ', 'AGENCY'),
    ('result-signer', 'Ký kết quả hồ sơ', 'AGENCY');
insert into access.role_permission (role, permission) values
    ('one-stop', 'DOSSIER_VIEW'), ('one-stop', 'DOSSIER_RECEIVE'), ('case-officer', 'DOSSIER_VIEW'),
    ('case-officer', 'DOSSIER_PROCESS'), ('result-signer', 'DOSSIER_VIEW'), ('result-signer', 'DOSSIER_SIGN');
insert into access.role_of_kind (post_kind, role) values
    ('ONE_STOP_OFFICER', 'one-stop'), ('SPECIALIST', 'case-officer'), ('CHAIRMAN', 'result-signer'),
    ('VICE_CHAIRMAN', 'result-signer'), ('HEAD', 'result-signer'), ('DEPUTY_HEAD', 'result-signer');
