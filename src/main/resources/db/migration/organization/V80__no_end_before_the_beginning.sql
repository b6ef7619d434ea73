-- Posts and units that were to begin after their agency ended got a last day before their first, which nobody can
-- read. They never were in force: they keep the agency's last day as their only one.
update organization.post set valid_from = valid_to where valid_to < valid_from;
update organization.unit set valid_from = valid_to where valid_to < valid_from;

alter table organization.post
    add constraint post_ends_after_it_begins check (valid_to is null or valid_to >= valid_from);
alter table organization.unit
    add constraint unit_ends_after_it_begins check (valid_to is null or valid_to >= valid_from);
