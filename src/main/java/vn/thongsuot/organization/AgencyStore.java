package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// Agencies, their units and posts in the database, one at a time. What must not overlap is kept apart by exclusion
/// constraints; here they get their words.
@Component
class AgencyStore {

    private final JdbcClient jdbc;

    AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record AgencyRow(
            AgencyId id,
            String name,
            @Nullable String nameEn,
            @Nullable AgencyId parent,
            LocalDate from,
            @Nullable LocalDate to) {

        void needOn(LocalDate day) {
            if (day.isBefore(from)) {
                throw OrganizationProblem.DATE_BEFORE_FOUNDING.because(Dates.shown(from));
            }
            if (to != null && day.isAfter(to)) {
                throw OrganizationProblem.AGENCY_ENDED.because();
            }
        }
    }

    record PostRow(
            PostId id,
            AgencyId agency,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate to) {

        void needDuring(Period period) {
            LocalDate wanted = period.to();
            boolean late = to != null && (wanted == null ? period.from().isAfter(to) : wanted.isAfter(to));
            if (period.from().isBefore(from) || late) {
                throw OrganizationProblem.POST_CLOSED.because(Dates.shown(from));
            }
        }
    }

    /// The agency, locked until the end of the transaction.
    AgencyRow agency(AgencyId id) {
        return jdbc.sql("""
                        select name, name_en, parent, valid_from, valid_to from organization.agency
                         where id = :id for update
                        """)
                .param("id", id.value())
                .query((row, _) -> {
                    UUID parent = row.getObject("parent", UUID.class);
                    return new AgencyRow(
                            id,
                            row.getString("name"),
                            row.getString("name_en"),
                            parent == null ? null : new AgencyId(parent),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class));
                })
                .optional()
                .orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
    }

    void found(AgencyId id, String name, NewAgency agency, boolean demonstration) {
        AgencyId parent = agency.parent();
        jdbc.sql("""
                        insert into organization.agency
                            (id, version, name, name_en, level, kind, parent, calendar, demonstration, valid_from)
                        values (:id, 1, :name, :nameEn, :level, :kind, :parent, :calendar, :demonstration, :from)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("nameEn", agency.nameEn())
                .param("level", agency.level().name())
                .param("kind", Names.agency(agency.kind()))
                .param("parent", parent == null ? null : parent.value())
                .param("calendar", agency.calendar())
                .param("demonstration", demonstration)
                .param("from", agency.from())
                .update();
    }

    void addCode(AgencyId agency, AgencyCode.Scheme scheme, @Nullable String code, LocalDate from) {
        if (code == null || code.isBlank()) {
            return;
        }
        AgencyCode checked = new AgencyCode(scheme, code.strip(), Period.since(from));
        try {
            jdbc.sql("""
                            insert into organization.agency_code (agency, scheme, code, valid_from)
                            values (:agency, :scheme, :code, :from)
                            """)
                    .param("agency", agency.value())
                    .param("scheme", scheme.name())
                    .param("code", checked.code())
                    .param("from", from)
                    .update();
        } catch (DataIntegrityViolationException overlap) {
            throw OrganizationProblem.CODE_TAKEN.because(checked.code());
        }
    }

    /// From `from` on the agency is called `name` and stands under `parent`; what it was before is kept.
    void turn(AgencyRow agency, String name, @Nullable String nameEn, @Nullable AgencyId parent, LocalDate from) {
        LocalDate since = needUnchangedSince(agency, from);
        if (from.isAfter(since)) {
            AgencyId before = agency.parent();
            jdbc.sql("""
                            insert into organization.agency_past (agency, name, name_en, parent, valid_from, valid_to)
                            values (:agency, :name, :nameEn, :parent, :since, :last)
                            """)
                    .param("agency", agency.id().value())
                    .param("name", agency.name())
                    .param("nameEn", agency.nameEn())
                    .param("parent", before == null ? null : before.value())
                    .param("since", since)
                    .param("last", from.minusDays(1))
                    .update();
        }
        jdbc.sql("update organization.agency set name = :name, name_en = :nameEn, parent = :parent where id = :id")
                .param("name", name)
                .param("nameEn", nameEn)
                .param("parent", parent == null ? null : parent.value())
                .param("id", agency.id().value())
                .update();
    }

    /// The day from which the agency is as it is now; `day` must not be before it.
    LocalDate needUnchangedSince(AgencyRow agency, LocalDate day) {
        LocalDate since = jdbc.sql("select max(valid_to) + 1 from organization.agency_past where agency = :agency")
                .param("agency", agency.id().value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(agency.from());
        if (day.isBefore(since)) {
            throw OrganizationProblem.DATE_BEFORE_LAST_CHANGE.because(Dates.shown(since));
        }
        return since;
    }

    /// Lets the agency keep `calendar`; false where it kept it already.
    boolean keep(AgencyId agency, String calendar) {
        return jdbc.sql("update organization.agency set calendar = :calendar where id = :id and calendar <> :calendar")
                        .param("calendar", calendar)
                        .param("id", agency.value())
                        .update()
                == 1;
    }

    int childrenAfter(AgencyId agency, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from organization.agency
                         where parent = :agency and (valid_to is null or valid_to > :day)
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    int officersAfter(AgencyId agency, LocalDate day) {
        return jdbc.sql("""
                        select count(distinct officer) from organization.holding
                         where post in (select id from organization.post where agency = :agency)
                           and (valid_to is null or valid_to > :day)
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// Refuses where a unit, post or code of the agency begins only after `day`: it would end before it began.
    void needNothingAfter(AgencyId agency, LocalDate day) {
        jdbc.sql("""
                        select name, valid_from
                          from (select title as name, agency, valid_from from organization.post
                                union all select name, agency, valid_from from organization.unit
                                union all select code, agency, valid_from from organization.agency_code) inside
                         where agency = :agency and valid_from > :day
                         order by valid_from desc, name limit 1
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query((row, _) -> OrganizationProblem.BEGINS_AFTER_END.because(
                        row.getString("name"), Dates.shown(row.getObject("valid_from", LocalDate.class))))
                .optional()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /// Ends the agency with its units, posts and codes.
    void end(AgencyId agency, LocalDate lastDay) {
        jdbc.sql("""
                        with ended as (
                            update organization.agency set valid_to = :day where id = :agency),
                        codes as (
                            update organization.agency_code set valid_to = :day
                             where agency = :agency and (valid_to is null or valid_to > :day)),
                        units as (
                            update organization.unit set valid_to = :day
                             where agency = :agency and (valid_to is null or valid_to > :day))
                        update organization.post set valid_to = :day
                         where agency = :agency and (valid_to is null or valid_to > :day)
                        """).param("agency", agency.value()).param("day", lastDay).update();
    }

    void openUnit(UUID id, AgencyId agency, String name, LocalDate from) {
        jdbc.sql("""
                        insert into organization.unit (id, agency, name, position, valid_from)
                        values (:id, :agency, :name,
                                (select coalesce(max(position), 0) + 1 from organization.unit where agency = :agency), :from)
                        """)
                .param("id", id)
                .param("agency", agency.value())
                .param("name", name)
                .param("from", from)
                .update();
    }

    boolean hasUnit(AgencyId agency, UUID unit, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from organization.unit
                                        where id = :unit and agency = :agency and valid_from <= :day
                                          and (valid_to is null or valid_to >= :day))
                        """)
                .param("unit", unit)
                .param("agency", agency.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void openPost(PostId id, AgencyId agency, @Nullable UUID unit, PostKind kind, String title, LocalDate from) {
        jdbc.sql("""
                        insert into organization.post (id, agency, unit, kind, title, valid_from)
                        values (:id, :agency, :unit, :kind, :title, :from)
                        """)
                .param("id", id.value())
                .param("agency", agency.value())
                .param("unit", unit)
                .param("kind", kind.name())
                .param("title", title)
                .param("from", from)
                .update();
    }

    PostRow post(PostId id) {
        return jdbc.sql("select agency, kind, valid_from, valid_to from organization.post where id = :id")
                .param("id", id.value())
                .query((row, _) -> new PostRow(
                        id,
                        new AgencyId(row.getObject("agency", UUID.class)),
                        PostKind.valueOf(row.getString("kind")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .optional()
                .orElseThrow(OrganizationProblem.POST_ABSENT::because);
    }

    /// The agency's next version, where it is still at `seen`.
    long next(AgencyId agency, long seen) {
        return jdbc.sql("""
                        update organization.agency set version = version + 1
                         where id = :id and version = :seen returning version
                        """)
                .param("id", agency.value())
                .param("seen", seen)
                .query(Long.class)
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
    }
}
