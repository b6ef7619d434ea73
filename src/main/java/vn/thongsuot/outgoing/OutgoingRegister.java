package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.Shipment;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// The register: books of numbers, and what stands in them.
@Component
class OutgoingRegister {

    private final OutgoingStore store;
    private final OutgoingQueries queries;
    private final Letters letters;
    private final BusinessClock clock;

    OutgoingRegister(OutgoingStore store, OutgoingQueries queries, Letters letters, BusinessClock clock) {
        this.store = store;
        this.queries = queries;
        this.letters = letters;
        this.clock = clock;
    }

    OutgoingStore store() {
        return store;
    }

    OutgoingQueries queries() {
        return queries;
    }

    /// The next number of its agency, type and year. Nothing is taken from the book before it is known to be lawful.
    OutgoingEvent number(OutgoingDocument document, Actor by, Instant at) {
        document.need(OutgoingEvent.Numbered.class);
        OutgoingView view = queries.find(document.id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        int year = day(at).getYear();
        int number = store.nextNumber(document.agency, view.type(), year);
        // Whoever waited for the book comes later, and so does their day. The last moment of the year stays in it.
        Instant now = clock.instant();
        Instant given = day(now).getYear() == year ? now : at;
        return document.number(number, view.notation(), day(given), by, given);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    void add(OutgoingId document, String name, StoredFile file, OutgoingView.FileKind kind, Instant at) {
        store.add(document, new OutgoingView.File(Uuids.next(at), name, file.hash(), kind, at));
    }

    /// The sealed document as it goes to its receivers.
    Shipment shipment(OutgoingId id, List<AgencyId> receivers) {
        OutgoingView view = queries.find(id).orElseThrow(OutgoingProblem.DOCUMENT_ABSENT::because);
        return letters.of(view, receivers, queries.newest(id));
    }
}
