package vn.thongsuot.outgoing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// Writes one outgoing document at a time.
@Component
class OutgoingStore {

    private final JdbcClient jdbc;

    OutgoingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number of a book: without gaps, since it is given back with the transaction.
    int nextNumber(AgencyId agency, DocumentType type, int year) {
        return jdbc.sql("""
                        insert into outgoing.book (agency, type, year, last) values (:agency, :type, :year, 1)
                        on conflict (agency, type, year) do update set last = outgoing.book.last + 1
                        returning last
                        """)
                .param("agency", agency.value())
                .param("type", type.book().name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void create(OutgoingId id, Draft draft, PostId signerPost, OfficerId drafter, Instant at) {
        jdbc.sql("""
                        insert into outgoing.document (id, version, agency, status, type, notation, subject,
                               subject_folded, urgency, signer, signer_post, drafter, drafted_at, touched_at)
                        values (:id, 1, :agency, 'DRAFT', :type, :notation, :subject, :folded, :urgency, :signer, :post,
                               :drafter, :at, :at)
                        """)
                .param("id", id.value())
                .param("agency", draft.agency().value())
                .param("type", draft.type().name())
                .param("notation", draft.notation())
                .param("subject", draft.subject())
                .param("folded", Folded.of(draft.subject()).plain())
                .param("urgency", draft.urgency().name())
                .param("signer", draft.signer().value())
                .param("post", signerPost.value())
                .param("drafter", drafter.value())
                .param("at", Timestamp.from(at))
                .update();
        receivers(id, draft.receivers());
    }

    /// Writes what a draft says now over what it said before.
    void rewrite(OutgoingId id, Draft draft, PostId signerPost) {
        jdbc.sql("""
                        update outgoing.document
                           set agency = :agency, type = :type, notation = :notation, subject = :subject,
                               subject_folded = :folded, urgency = :urgency, signer = :signer, signer_post = :post
                         where id = :id
                        """)
                .param("id", id.value())
                .param("agency", draft.agency().value())
                .param("type", draft.type().name())
                .param("notation", draft.notation())
                .param("subject", draft.subject())
                .param("folded", Folded.of(draft.subject()).plain())
                .param("urgency", draft.urgency().name())
                .param("signer", draft.signer().value())
                .param("post", signerPost.value())
                .update();
        jdbc.sql("delete from outgoing.receiver where document = :id")
                .param("id", id.value())
                .update();
        receivers(id, draft.receivers());
    }

    private void receivers(OutgoingId id, List<AgencyId> receivers) {
        jdbc.sql("""
                        insert into outgoing.receiver (document, position, agency)
                        select :id, named.position, named.agency
                          from unnest(cast(:agencies as uuid[])) with ordinality as named (agency, position)
                        """)
                .param("id", id.value())
                .param("agencies", receivers.stream().map(AgencyId::value).toArray(UUID[]::new))
                .update();
    }

    void add(OutgoingId document, OutgoingView.File file) {
        jdbc.sql("""
                        insert into outgoing.file (id, document, name, hash, kind, added_at)
                        values (:id, :document, :name, :hash, :kind, :at)
                        """)
                .param("id", file.id())
                .param("document", document.value())
                .param("name", file.name())
                .param("hash", file.hash().value())
                .param("kind", file.kind().name())
                .param("at", Timestamp.from(file.added()))
                .update();
    }

    /// The document, kept from being changed by others until the transaction ends.
    Optional<OutgoingDocument> lock(OutgoingId id) {
        return jdbc.sql("""
                        select agency, drafter, signer, version, status from outgoing.document where id = :id for update
                        """)
                .param("id", id.value())
                .query((row, _) -> new OutgoingDocument(
                        id,
                        new AgencyId(row.getObject("agency", UUID.class)),
                        new OfficerId(row.getObject("drafter", UUID.class)),
                        new OfficerId(row.getObject("signer", UUID.class)),
                        row.getLong("version"),
                        OutgoingStatus.valueOf(row.getString("status"))))
                .optional();
    }

    /// Writes what an event made of the document; one with a number waits to be sealed.
    void save(OutgoingDocument document, Instant at) {
        Integer number = document.number();
        LocalDate issued = document.issued();
        int saved = jdbc.sql("""
                        update outgoing.document
                           set version = :version, status = :status, touched_at = :at,
                               number = coalesce(:number, number), year = coalesce(:year, year),
                               issued_on = coalesce(:issued, issued_on),
                               seal_next_try = case when :status = 'NUMBERED' then now() end,
                               seal_failure = null
                         where id = :id and version = :version - 1
                        """)
                .param("id", document.id.value())
                .param("version", document.version())
                .param("status", document.status().name())
                .param("at", Timestamp.from(at))
                .param("number", number)
                .param("year", issued == null ? null : issued.getYear())
                .param("issued", issued == null ? null : Date.valueOf(issued))
                .update();
        if (saved == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
    }

    void add(OutgoingEvent event, @Nullable String reason) {
        Actor.Officer officer = event.by() instanceof Actor.Officer acting ? acting : null;
        jdbc.sql("""
                        insert into outgoing.act (document, version, event, officer, post, at, reason)
                        values (:document, :version, :event, :officer, :post, :at, :reason)
                        """)
                .param("document", event.document().value())
                .param("version", event.version())
                .param("event", event.getClass().getSimpleName())
                .param("officer", officer == null ? null : officer.officer().value())
                .param("post", officer == null ? null : officer.post().value())
                .param("at", Timestamp.from(event.at()))
                .param("reason", reason)
                .update();
    }

    /// Takes numbered documents that wait for their seal, for so many seconds: when the node dies, they are due again.
    List<OutgoingId> takeToSeal(long seconds, int most) {
        return jdbc.sql("""
                        update outgoing.document
                           set seal_next_try = now() + make_interval(secs => :seconds), seal_tries = seal_tries + 1
                         where id in (select id from outgoing.document
                                       where seal_next_try <= now() order by seal_next_try limit :most
                                         for update skip locked)
                        returning id
                        """)
                .param("seconds", seconds)
                .param("most", most)
                .query((row, _) -> new OutgoingId(row.getObject("id", UUID.class)))
                .list();
    }

    /// What kept a document from being sealed; it is tried again later and later (10 s, 20 s, 40 s … one hour).
    void notSealed(OutgoingId id, String failure) {
        jdbc.sql("""
                        update outgoing.document
                           set seal_failure = :failure,
                               seal_next_try = now() + make_interval(
                                   secs => least(3600, 10 * power(2, least(greatest(seal_tries - 1, 0), 9))))
                         where id = :id and status = 'NUMBERED'
                        """).param("id", id.value()).param("failure", failure).update();
    }

    void keep(UUID upload, OfficerId officer, String name, FileHash hash, Instant at) {
        jdbc.sql("insert into outgoing.upload (id, officer, name, hash, at) values (:id, :officer, :name, :hash, :at)")
                .param("id", upload)
                .param("officer", officer.value())
                .param("name", name)
                .param("hash", hash.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A file that `officer` chose in a form.
    Optional<DraftFile> upload(UUID id, OfficerId officer) {
        return jdbc.sql("select id, name, hash from outgoing.upload where id = :id and officer = :officer")
                .param("id", id)
                .param("officer", officer.value())
                .query((row, _) -> new DraftFile(
                        row.getObject("id", UUID.class), row.getString("name"), new FileHash(row.getString("hash"))))
                .optional();
    }
}
