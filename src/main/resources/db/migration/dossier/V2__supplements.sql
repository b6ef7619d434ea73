-- Papers asked for once more (Decree 61/2018/NĐ-CP art. 19.4), the forms an office gives its applicants, and what others
-- count of a dossier without reading its papers.
alter table dossier.dossier
    -- When its time began: the reception, or the moment what was missing came.
    add column counted_at          timestamptz,
    add column supplement_asked_at timestamptz,
    add column supplement_done_at  timestamptz,
    -- When the result was signed: the work was done then, however late it is collected.
    add column result_at           timestamptz,
    -- How many of its papers were kept as scans.
    add column digitised           int not null default 0;
update dossier.dossier d
   set counted_at = received_at,
       result_at = (select max(a.at) from dossier.act a where a.dossier = d.id and a.event = 'ResultSigned'),
       digitised = (select count(*) from dossier.component c where c.dossier = d.id and c.handling = 'SUBMITTED');
alter table dossier.dossier alter column counted_at set not null;

alter table dossier.component add column asked boolean not null default false;

alter table dossier.file drop constraint file_kind_check;
alter table dossier.file add constraint file_kind_check check (kind in ('SCAN', 'DRAFT', 'RESULT', 'FORM'));
