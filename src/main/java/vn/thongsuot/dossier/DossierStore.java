package vn.thongsuot.dossier;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SharedProblem;

/// Writes one dossier at a time.
@Component
class DossierStore {

    private final JdbcClient jdbc;

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number of `agency` on `day`: without gaps, since it is given back with the transaction.
    int nextNumber(AgencyId agency, LocalDate day) {
        return jdbc.sql("""
                        insert into dossier.number (agency, day, last) values (:agency, :day, 1)
                        on conflict (agency, day) do update set last = dossier.number.last + 1
                        returning last
                        """)
                .param("agency", agency.value())
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
    }

    /// @param digitised how many of its papers are kept as scans
    void create(DossierView dossier, int digitised, OfficerId by) {
        LocalTime cutOff = dossier.limit().cutOff();
        jdbc.sql("""
                        insert into dossier.dossier (id, version, code, procedure_code, procedure_version, agency, status,
                               channel, applicant_name, applicant_folded, applicant_number, applicant_phone,
                               applicant_address, received_at, counted_at, received_by, calendar, calendar_version, limit_amount,
                               limit_unit, limit_cut_off, due_at, digitised)
                        values (:id, :version, :code, :procedure, :procedureVersion, :agency, :status, :channel, :name,
                               :folded, :number, :phone, :address, :received, :counted, :by, :calendar, :calendarVersion, :amount,
                               :unit, :cutOff, :due, :digitised)
                        """)
                .param("id", dossier.id().value())
                .param("version", dossier.version())
                .param("code", dossier.code())
                .param("procedure", dossier.procedure().value())
                .param("procedureVersion", dossier.procedureVersion())
                .param("agency", dossier.agency().value())
                .param("status", dossier.status().name())
                .param("channel", dossier.channel().name())
                .param("name", dossier.applicant().name())
                .param("folded", Folded.of(dossier.applicant().name()).plain())
                .param("number", dossier.applicant().number())
                .param("phone", dossier.applicant().phone())
                .param("address", dossier.applicant().address())
                .param("received", Timestamp.from(dossier.received()))
                .param("counted", Timestamp.from(dossier.counted()))
                .param("by", by.value())
                .param("calendar", dossier.calendar().value())
                .param("calendarVersion", dossier.calendarVersion())
                .param("amount", dossier.limit().amount())
                .param("unit", dossier.limit().unit().name())
                .param("cutOff", cutOff == null ? null : Time.valueOf(cutOff))
                .param("due", Timestamp.from(dossier.due()))
                .param("digitised", digitised)
                .update();
    }

    void add(DossierId dossier, int position, ProcedureParts.Component component) {
        jdbc.sql("""
                        insert into dossier.component (dossier, position, component, name, handling)
                        values (:dossier, :position, :component, :name, :handling)
                        """)
                .param("dossier", dossier.value())
                .param("position", position)
                .param("component", component.code())
                .param("name", component.name())
                .param("handling", component.handling().name())
                .update();
    }

    void add(DossierId dossier, @Nullable String component, DossierView.File file) {
        jdbc.sql("""
                        insert into dossier.file (id, dossier, component, name, hash, kind, added_at)
                        values (:id, :dossier, :component, :name, :hash, :kind, :at)
                        """)
                .param("id", file.id())
                .param("dossier", dossier.value())
                .param("component", component)
                .param("name", file.name())
                .param("hash", file.hash().value())
                .param("kind", file.kind().name())
                .param("at", Timestamp.from(file.added()))
                .update();
    }

    /// The dossier, kept from being changed by others until the transaction ends.
    Optional<Dossier> lock(DossierId id) {
        return jdbc.sql(
                        "select agency, version, status, handler, supplement_asked_at from dossier.dossier where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> {
                    UUID handler = row.getObject("handler", UUID.class);
                    Timestamp asked = row.getTimestamp("supplement_asked_at");
                    return new Dossier(
                            id,
                            new AgencyId(row.getObject("agency", UUID.class)),
                            row.getLong("version"),
                            DossierStatus.valueOf(row.getString("status")),
                            handler == null ? null : new OfficerId(handler),
                            asked == null ? null : asked.toInstant());
                })
                .optional();
    }

    /// Writes what an event made of the dossier.
    void save(Dossier dossier) {
        OfficerId handler = dossier.handler();
        Deadline restarted = dossier.restarted();
        int saved = jdbc.sql("""
                        update dossier.dossier
                           set version = :version, status = :status, handler = :handler, ended_at = :ended,
                               supplement_asked_at = :asked,
                               supplement_done_at = coalesce(:done, supplement_done_at),
                               result_at = coalesce(:signed, result_at),
                               counted_at = coalesce(:counted, counted_at), due_at = coalesce(:due, due_at),
                               calendar = coalesce(:calendar, calendar),
                               calendar_version = coalesce(:calendarVersion, calendar_version)
                         where id = :id and version = :version - 1
                        """)
                .param("id", dossier.id.value())
                .param("version", dossier.version())
                .param("status", dossier.status().name())
                .param("handler", handler == null ? null : handler.value())
                .param("ended", timestamp(dossier.ended()), Types.TIMESTAMP)
                .param("asked", timestamp(dossier.supplementAsked()), Types.TIMESTAMP)
                .param("done", timestamp(dossier.supplementDone()), Types.TIMESTAMP)
                .param("signed", timestamp(dossier.signed()), Types.TIMESTAMP)
                .param("counted", timestamp(restarted == null ? null : restarted.received()), Types.TIMESTAMP)
                .param("due", timestamp(restarted == null ? null : restarted.due()), Types.TIMESTAMP)
                .param(
                        "calendar",
                        restarted == null ? null : restarted.calendar().value(),
                        Types.VARCHAR)
                .param("calendarVersion", restarted == null ? null : restarted.version(), Types.BIGINT)
                .update();
        if (saved == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /// Marks the papers the applicant is asked for, and no others.
    void ask(DossierId dossier, Collection<String> components) {
        jdbc.sql("update dossier.component set asked = component = any(:asked) where dossier = :dossier")
                .param("asked", components.toArray(String[]::new))
                .param("dossier", dossier.value())
                .update();
    }

    /// Counts anew how many papers are kept as scans.
    void countDigitised(DossierId dossier) {
        jdbc.sql("""
                        update dossier.dossier
                           set digitised = (select count(distinct component) from dossier.file
                                             where dossier = :dossier and kind = 'SCAN')
                         where id = :dossier
                        """).param("dossier", dossier.value()).update();
    }

    void add(DossierEvent event, @Nullable String reason) {
        Actor.Officer officer = event.by() instanceof Actor.Officer acting ? acting : null;
        jdbc.sql("""
                        insert into dossier.act (dossier, version, event, officer, post, at, reason)
                        values (:dossier, :version, :event, :officer, :post, :at, :reason)
                        """)
                .param("dossier", event.dossier().value())
                .param("version", event.version())
                .param("event", event.getClass().getSimpleName())
                .param("officer", officer == null ? null : officer.officer().value())
                .param("post", officer == null ? null : officer.post().value())
                .param("at", Timestamp.from(event.at()))
                .param("reason", reason)
                .update();
    }

    /// A new draft takes the place of the one before.
    void dropDrafts(DossierId dossier) {
        jdbc.sql("delete from dossier.file where dossier = :dossier and kind = 'DRAFT'")
                .param("dossier", dossier.value())
                .update();
    }

    void keep(UUID upload, OfficerId officer, String name, FileHash hash, Instant at) {
        jdbc.sql("insert into dossier.upload (id, officer, name, hash, at) values (:id, :officer, :name, :hash, :at)")
                .param("id", upload)
                .param("officer", officer.value())
                .param("name", name)
                .param("hash", hash.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A file that `officer` chose in a form.
    Optional<Upload> upload(UUID id, OfficerId officer) {
        return jdbc.sql("select id, name, hash from dossier.upload where id = :id and officer = :officer")
                .param("id", id)
                .param("officer", officer.value())
                .query((row, _) -> new Upload(
                        row.getObject("id", UUID.class), row.getString("name"), new FileHash(row.getString("hash"))))
                .optional();
    }
}
