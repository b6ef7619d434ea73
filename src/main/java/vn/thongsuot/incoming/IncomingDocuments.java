package vn.thongsuot.incoming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.exchange.StatusCode;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.SharedProblem;

/// **Các văn bản đến.** Registers documents, moves them on and shows them to whoever may see them; the sender hears of
/// every step. Every act names the version that its doer saw, and is refused when somebody else was faster.
@Component
public class IncomingDocuments {

    /// The topic announced when any incoming document changed.
    public static final String TOPIC = "incoming";

    private final IncomingStore store;
    private final IncomingQueries queries;
    private final IncomingJournal journal;
    private final Exchange exchange;

    IncomingDocuments(IncomingStore store, IncomingQueries queries, IncomingJournal journal, Exchange exchange) {
        this.store = store;
        this.queries = queries;
        this.journal = journal;
        this.exchange = exchange;
    }

    /// Enters it in the register under the next arrival number of the year.
    @Transactional
    public void register(IncomingId id, long seen, Actor by) {
        act(id, seen, IncomingPermission.INCOMING_REGISTER, by, null, StatusCode.REGISTERED, (document, at) -> {
            document.need(IncomingEvent.Registered.class);
            return document.register(store.nextNumber(document.agency, year(at)), by, inOrder(at));
        });
    }

    private static int year(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE).getYear();
    }

    /// When the number that was just taken is given: whoever waited for the book comes later, and so does their time.
    /// The last moment of the year stays in it.
    private Instant inOrder(Instant at) {
        Instant now = journal.now();
        return year(now) == year(at) ? now : at;
    }

    /// Sends it back unregistered. Where its sender wants it back meanwhile, that is the answer.
    @Transactional
    public void refuse(IncomingId id, long seen, String reason, Actor by) {
        act(id, seen, IncomingPermission.INCOMING_REGISTER, by, reason, StatusCode.REFUSED, (document, at) -> {
            IncomingEvent refused = document.refuse(reason, by, at);
            if (exchange.arrival(document.arrival).recall().open()) {
                exchange.answerRecall(document.arrival, true, null, by);
            }
            return refused;
        });
    }

    /// Gives it to an officer who works for the agency, with what is to be done.
    @Transactional
    public void assign(IncomingId id, long seen, OfficerId officer, String direction, Actor by) {
        act(id, seen, IncomingPermission.INCOMING_ASSIGN, by, direction, StatusCode.ASSIGNED, (document, at) -> {
            if (journal.officers(document.agency).stream()
                    .noneMatch(member -> member.officer().id().equals(officer))) {
                throw IncomingProblem.OFFICER_MISSING.because().at("officer");
            }
            return document.assign(officer, direction, by, at);
        });
    }

    /// Whom it was given to begins.
    @Transactional
    public void start(IncomingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(
                id,
                seen,
                IncomingPermission.INCOMING_VIEW,
                by,
                null,
                StatusCode.HANDLING,
                (document, at) -> document.start(officer, at));
    }

    /// Whom it was given to is through with it.
    @Transactional
    public void finish(IncomingId id, long seen, Actor by) {
        Actor.Officer officer = journal.officer(by);
        act(
                id,
                seen,
                IncomingPermission.INCOMING_VIEW,
                by,
                null,
                StatusCode.DONE,
                (document, at) -> document.finish(officer, at));
    }

    /// Its sender wants it back and gets it.
    @Transactional
    public void giveBack(IncomingId id, long seen, Actor by) {
        act(id, seen, IncomingPermission.INCOMING_REGISTER, by, null, null, (document, at) -> {
            exchange.answerRecall(document.arrival, true, null, by);
            return document.giveBack(by, at);
        });
    }

    /// Its sender wants it back and does not get it.
    @Transactional
    public void keep(IncomingId id, long seen, String reason, Actor by) {
        act(id, seen, IncomingPermission.INCOMING_REGISTER, by, reason, null, (document, at) -> {
            IncomingEvent kept = document.keep(reason, by, at);
            exchange.answerRecall(document.arrival, false, reason.strip(), by);
            return kept;
        });
    }

    private void act(
            IncomingId id,
            long seen,
            IncomingPermission permission,
            Actor by,
            @Nullable String reason,
            @Nullable StatusCode told,
            BiFunction<IncomingDocument, Instant, IncomingEvent> decision) {
        IncomingDocument document = store.lock(id).orElseThrow(IncomingProblem.DOCUMENT_ABSENT::because);
        journal.need(by, permission, document.agency);
        if (document.version() != seen) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        Instant at = journal.now();
        IncomingEvent event = decision.apply(document, at);
        store.save(document, event.at());
        String why = reason == null ? null : reason.strip();
        journal.announce(event, store, why);
        if (told != null) {
            // A direction is the agency's own affair: the sender hears reasons of refusals only.
            exchange.report(document.arrival, told, told == StatusCode.REFUSED ? why : null);
        }
    }

    /// The document. Refuses one there is not, and one that `reader` may not see.
    public IncomingView find(IncomingId id, Actor reader) {
        IncomingView document = queries.find(id).orElseThrow(IncomingProblem.DOCUMENT_ABSENT::because);
        journal.need(reader, IncomingPermission.INCOMING_VIEW, document.agency());
        boolean mine =
                reader instanceof Actor.Officer officer && officer.officer().equals(document.handler());
        if (!mine && !journal.seesRegister(reader, document.agency())) {
            throw IncomingProblem.NOT_YOURS.because();
        }
        return document;
    }

    /// Whether `reader` holds `permission` for the documents of `agency`.
    public boolean allows(Actor reader, IncomingPermission permission, AgencyId agency) {
        return journal.allows(reader, permission, agency);
    }

    /// What the exchange knows of it: also whether its sender wants it back.
    public ArrivalView arrival(IncomingView document) {
        return exchange.arrival(document.arrival());
    }

    /// None of what was given back: the receiver keeps what is known of it, not the document (Decree 30/2020/NĐ-CP art.
    /// 18).
    public List<IncomingView.File> files(IncomingView document) {
        return document.status() == IncomingStatus.RECALLED ? List.of() : queries.files(document.id());
    }

    /// A file of a document that was opened by {@link #find}.
    public IncomingView.File file(IncomingView document, UUID file) {
        return Optional.of(document)
                .filter(open -> open.status() != IncomingStatus.RECALLED)
                .flatMap(open -> queries.file(open.id(), file))
                .orElseThrow(IncomingProblem.DOCUMENT_ABSENT::because);
    }

    public List<IncomingView.Act> acts(IncomingView document) {
        return queries.acts(document.id());
    }

    /// Whom it may be given to.
    public List<Directory.Member> officers(IncomingView document) {
        return journal.officers(document.agency());
    }

    /// The agencies whose incoming documents `reader` may open: the committee before its office.
    public List<AgencyView> agencies(Actor reader) {
        return journal.agencies(reader);
    }

    /// Documents that answer `filter`, the last arrived first; only what they were given for who does not see the
    /// register, none for who sees none of the agency's.
    public Page<IncomingView> list(Actor reader, IncomingFilter filter, @Nullable String after, int limit) {
        if (!journal.allows(reader, IncomingPermission.INCOMING_VIEW, filter.agency())) {
            return new Page<>(List.of(), null);
        }
        return Page.cut(
                queries.list(filter, only(reader, filter.agency()), Cursor.read(after, 2), limit + 1),
                limit,
                document -> Cursor.of(document.arrived(), document.id()));
    }

    /// How many open documents of `agency` there are in each status, of those that `reader` sees.
    public Map<IncomingStatus, Long> counts(Actor reader, AgencyId agency) {
        return journal.allows(reader, IncomingPermission.INCOMING_VIEW, agency)
                ? queries.counts(agency, only(reader, agency))
                : Map.of();
    }

    private @Nullable OfficerId only(Actor reader, AgencyId agency) {
        return journal.seesRegister(reader, agency) || !(reader instanceof Actor.Officer officer)
                ? null
                : officer.officer();
    }
}
