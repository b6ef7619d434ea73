-- Who drafts, signs, numbers, issues and registers documents: each for the agency of their post.
insert into access.role (code, title, reach) values
    ('document-clerk', 'Văn thư', 'AGENCY'), ('document-signer', 'Ký và chỉ đạo văn bản', 'AGENCY'),
    ('document-officer', 'Soạn và xử lý văn bản', 'AGENCY');
insert into access.role_permission (role, permission) values
    ('document-clerk', 'OUTGOING_VIEW'), ('document-clerk', 'OUTGOING_DRAFT'), ('document-clerk', 'OUTGOING_ISSUE'),
    ('document-clerk', 'INCOMING_VIEW'), ('document-clerk', 'INCOMING_REGISTER'),
    ('document-signer', 'OUTGOING_VIEW'), ('document-signer', 'OUTGOING_SIGN'),
    ('document-signer', 'INCOMING_VIEW'), ('document-signer', 'INCOMING_ASSIGN'),
    ('document-officer', 'OUTGOING_VIEW'), ('document-officer', 'OUTGOING_DRAFT'), ('document-officer', 'INCOMING_VIEW');
insert into access.role_of_kind (post_kind, role) values
    ('CLERK', 'document-clerk'), ('CHAIRMAN', 'document-signer'), ('VICE_CHAIRMAN', 'document-signer'),
    ('HEAD', 'document-signer'), ('DEPUTY_HEAD', 'document-signer'), ('SPECIALIST', 'document-officer'),
    ('ACCOUNTANT', 'document-officer'), ('ONE_STOP_OFFICER', 'document-officer'),
    -- Whoever works in an agency may be given a document to handle.
    ('ADMINISTRATOR', 'document-officer'), ('AUDITOR', 'document-officer'), ('INDEX_OFFICER', 'document-officer');
