package vn.thongsuot.incoming;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.exchange.Letter;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Uuids;

/// Writes one incoming document at a time.
@Component
class IncomingStore {

    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next arrival number of `agency` in `year`: without gaps, since it is given back with the transaction.
    int nextNumber(AgencyId agency, int year) {
        return jdbc.sql("""
                        insert into incoming.book (agency, year, last) values (:agency, :year, 1)
                        on conflict (agency, year) do update set last = incoming.book.last + 1
                        returning last
                        """)
                .param("agency", agency.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /// Whether it is new: an arrival told twice is one document.
    boolean create(IncomingId id, ArrivalView arrival, Instant at) {
        Letter letter = arrival.letter();
        int added = jdbc.sql("""
                        insert into incoming.document (id, version, arrival, agency, sender, status, code, issued_on, type,
                               subject, subject_folded, urgency, signer, arrived_at)
                        values (:id, 1, :arrival, :agency, :sender, 'ARRIVED', :code, :issued, :type, :subject, :folded,
                               :urgency, :signer, :arrived)
                        on conflict (arrival) do nothing
                        """)
                .param("id", id.value())
                .param("arrival", arrival.id().value())
                .param("agency", arrival.receiver().value())
                .param("sender", arrival.sender().value())
                .param("code", letter.code())
                .param("issued", Date.valueOf(letter.issued()))
                .param("type", letter.type())
                .param("subject", letter.subject())
                .param("folded", Folded.of(letter.subject()).plain())
                .param("urgency", letter.urgency().name())
                .param("signer", signer(letter.signer()))
                .param("arrived", Timestamp.from(arrival.arrived()))
                .update();
        if (added == 0) {
            return false;
        }
        for (Letter.Attachment attachment : letter.attachments()) {
            jdbc.sql("insert into incoming.file (id, document, name, hash) values (:id, :document, :name, :hash)")
                    .param("id", Uuids.next(at))
                    .param("document", id.value())
                    .param("name", attachment.name())
                    .param("hash", attachment.hash().value())
                    .update();
        }
        return true;
    }

    static String signer(Letter.Signer signer) {
        String position = (signer.competence() + " " + signer.position()).strip();
        return position.isEmpty() ? signer.name() : signer.name() + ", " + position;
    }

    /// The document, kept from being changed by others until the transaction ends.
    Optional<IncomingDocument> lock(IncomingId id) {
        return jdbc.sql(
                        "select agency, arrival, version, status, handler from incoming.document where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> {
                    UUID handler = row.getObject("handler", UUID.class);
                    return new IncomingDocument(
                            id,
                            new AgencyId(row.getObject("agency", UUID.class)),
                            new ArrivalId(row.getObject("arrival", UUID.class)),
                            row.getLong("version"),
                            IncomingStatus.valueOf(row.getString("status")),
                            handler == null ? null : new OfficerId(handler));
                })
                .optional();
    }

    /// The same by how the exchange knows it.
    Optional<IncomingDocument> lock(ArrivalId arrival) {
        return jdbc.sql("select id from incoming.document where arrival = :arrival")
                .param("arrival", arrival.value())
                .query((row, _) -> new IncomingId(row.getObject("id", UUID.class)))
                .optional()
                .flatMap(this::lock);
    }

    /// Writes what an event made of the document.
    void save(IncomingDocument document, Instant at) {
        OfficerId handler = document.handler();
        Integer number = document.number();
        int saved = jdbc.sql("""
                        update incoming.document
                           set version = :version, status = :status, handler = :handler,
                               number = coalesce(:number, number), year = coalesce(:year, year),
                               registered_at = coalesce(:registered, registered_at)
                         where id = :id and version = :version - 1
                        """)
                .param("id", document.id.value())
                .param("version", document.version())
                .param("status", document.status().name())
                .param("handler", handler == null ? null : handler.value())
                .param("number", number)
                .param(
                        "year",
                        number == null
                                ? null
                                : LocalDate.ofInstant(at, BusinessClock.ZONE).getYear())
                .param("registered", number == null ? null : Timestamp.from(at))
                .update();
        if (saved == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
    }

    /// Whether its journal says that it is wanted back, unanswered.
    boolean askedBack(IncomingId id) {
        return jdbc.sql("""
                        select event from incoming.act
                         where document = :id and event in ('AskedBack', 'Kept', 'GivenBack') order by version desc limit 1
                        """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter("AskedBack"::equals)
                .isPresent();
    }

    void add(IncomingEvent event, @Nullable String reason) {
        Actor.Officer officer = event.by() instanceof Actor.Officer acting ? acting : null;
        jdbc.sql("""
                        insert into incoming.act (document, version, event, officer, post, at, reason)
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
}
