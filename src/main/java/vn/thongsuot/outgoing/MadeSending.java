package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.exchange.MadeExchange;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.files.Samples;
import vn.thongsuot.outgoing.OutgoingView.FileKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Uuids;

/// Numbers, writes and sends some made-up documents in one transaction.
@Component
class MadeSending {

    private static final Actor BY = new Actor.Job("generation");
    private static final String NAME = "van-ban.pdf";

    private final OutgoingBulk bulk;
    private final MadeExchange exchange;
    private final Letters letters;
    private final Samples samples;

    MadeSending(OutgoingBulk bulk, MadeExchange exchange, Letters letters, Samples samples) {
        this.bulk = bulk;
        this.exchange = exchange;
        this.letters = letters;
        this.samples = samples;
    }

    @Transactional
    public void send(List<MadeOutgoing> made, Chances chances, Instant now) {
        number(made);
        bulk.write(
                made.stream().map(MadeSending::row).toList(),
                made.stream().flatMap(one -> receivers(one).stream()).toList(),
                made.stream().map(this::file).toList(),
                made.stream()
                        .flatMap(one -> one.events.stream())
                        .map(MadeSending::act)
                        .toList(),
                made.stream().map(one -> event(one, now)).toList());
        exchange.send(
                made.stream()
                        .filter(one -> one.issued() != null)
                        .map(one -> new MadeExchange.Sent(
                                letters.of(view(one), one.said.receivers(), paper(one)),
                                Objects.requireNonNull(one.issued())))
                        .toList(),
                chances);
    }

    /// In the order in which they get their numbers.
    private void number(List<MadeOutgoing> made) {
        List<MadeOutgoing> numbered = made.stream()
                .filter(one -> one.numbered() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.numbered())))
                .toList();
        Map<OutgoingBulk.Book, Integer> numbers = new HashMap<>(
                bulk.firstNumbers(numbered.stream().map(MadeSending::book).toList()));
        numbered.forEach(one -> one.number(numbers.merge(book(one), 1, Integer::sum) - 1));
    }

    private static OutgoingBulk.Book book(MadeOutgoing made) {
        return new OutgoingBulk.Book(
                made.document.agency,
                made.said.type().book(),
                day(Objects.requireNonNull(made.numbered())).getYear());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    private static OutgoingView view(MadeOutgoing made) {
        return new OutgoingView(
                made.document.id,
                made.document.version(),
                made.document.agency,
                made.document.status(),
                made.said.type(),
                made.said.notation(),
                made.said.subject(),
                made.said.urgency(),
                made.document.signer,
                made.signer.post(),
                made.document.drafter,
                made.document.number(),
                made.document.issued(),
                made.events.getLast().at(),
                null);
    }

    private static OutgoingBulk.DocumentRow row(MadeOutgoing made) {
        OutgoingView view = view(made);
        LocalDate issued = view.issued();
        return new OutgoingBulk.DocumentRow(
                view.id().value(),
                view.version(),
                view.agency().value(),
                view.status().name(),
                view.type().name(),
                view.notation(),
                view.subject(),
                Folded.of(view.subject()).plain(),
                view.urgency().name(),
                view.signer().value(),
                view.signerPost().value(),
                view.drafter().value(),
                made.events.getFirst().at(),
                view.touched(),
                issued == null ? null : Integer.valueOf(issued.getYear()),
                view.number(),
                issued,
                0);
    }

    private static List<OutgoingBulk.ReceiverRow> receivers(MadeOutgoing made) {
        List<OutgoingBulk.ReceiverRow> rows = new ArrayList<>();
        made.said
                .receivers()
                .forEach(receiver -> rows.add(
                        new OutgoingBulk.ReceiverRow(made.document.id.value(), rows.size() + 1, receiver.value())));
        return rows;
    }

    /// What lies there now.
    private OutgoingView.File paper(MadeOutgoing made) {
        FileHash sample =
                samples.of("Văn bản minh họa: " + made.said.type().typeName()).hash();
        FileKind kind = switch (made.document.status()) {
            case DRAFT, AWAITING_SIGNATURE, DISCARDED -> FileKind.DRAFT;
            case SIGNED, NUMBERED -> FileKind.SIGNED;
            case SEALED, ISSUED, CANCELLED, RECALLED -> FileKind.SEALED;
        };
        Instant at = made.events.getLast().at();
        return new OutgoingView.File(Uuids.next(at), NAME, sample, kind, at);
    }

    private OutgoingBulk.FileRow file(MadeOutgoing made) {
        OutgoingView.File paper = paper(made);
        return new OutgoingBulk.FileRow(
                paper.id(),
                made.document.id.value(),
                paper.name(),
                paper.hash().value(),
                paper.kind().name(),
                paper.added());
    }

    private static GenerationEvent event(MadeOutgoing made, Instant now) {
        OutgoingView view = view(made);
        return new GenerationEvent.OutgoingMade(
                view.id(),
                view.version(),
                view.agency(),
                view.code(),
                view.status(),
                made.issued() == null ? 0 : made.said.receivers().size(),
                BY,
                now);
    }

    private static OutgoingBulk.ActRow act(OutgoingEvent event) {
        String reason = switch (event) {
            case OutgoingEvent.SentBack back -> back.reason();
            case OutgoingEvent.Cancelled cancelled -> cancelled.reason();
            case OutgoingEvent.Recalled recalled -> recalled.reason();
            case OutgoingEvent.Drafted _,
                    OutgoingEvent.Revised _,
                    OutgoingEvent.Submitted _,
                    OutgoingEvent.Discarded _,
                    OutgoingEvent.Signed _,
                    OutgoingEvent.Numbered _,
                    OutgoingEvent.Sealed _,
                    OutgoingEvent.Issued _,
                    OutgoingEvent.Withdrawn _ -> null;
        };
        @Nullable UUID officer = null;
        @Nullable UUID post = null;
        if (event.by() instanceof Actor.Officer by) {
            officer = by.officer().value();
            post = by.post().value();
        }
        return new OutgoingBulk.ActRow(
                event.document().value(),
                event.version(),
                event.getClass().getSimpleName(),
                officer,
                post,
                event.at(),
                reason);
    }
}
