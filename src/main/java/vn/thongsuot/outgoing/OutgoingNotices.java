package vn.thongsuot.outgoing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.notification.Notice;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// Tells whoever's turn a document is at: its signer, its drafter when it comes back, who numbers and issues. An event
/// is a hint to look, so events may come twice, late and in any order. A notice says kind and number, never the
/// subject.
@Component
class OutgoingNotices {

    private final OutgoingStore store;
    private final OutgoingQueries queries;
    private final Holders holders;
    private final Notifications notifications;

    OutgoingNotices(OutgoingStore store, OutgoingQueries queries, Holders holders, Notifications notifications) {
        this.store = store;
        this.queries = queries;
        this.holders = holders;
        this.notifications = notifications;
    }

    /// Locks the document: of two listeners at once the later one sees, and settles, what the earlier one posted.
    @ApplicationModuleListener
    void on(OutgoingEvent event) {
        if (store.lock(event.document()).isPresent()) {
            queries.find(event.document()).ifPresent(this::tell);
        }
    }

    private void tell(OutgoingView document) {
        OutgoingView.Act last = queries.acts(document.id()).getLast();
        Thing about = new Thing("outgoing", document.id().toString());
        String cause = "outgoing:" + document.id() + ":" + document.version();
        notifications.settle(about, cause);
        Turn turn = turn(document, last.event());
        if (turn == null) {
            return;
        }
        List<String> arguments = List.of(document.type().typeName(), document.code());
        notifications.post(holders.of(turn.permission(), document.agency()).stream()
                .filter(holder -> turn.only() == null || holder.officer().equals(turn.only()))
                .filter(holder -> !holder.officer().equals(last.officer()))
                .map(holder -> new Notice(
                        holder.officer(),
                        holder.post(),
                        about,
                        cause,
                        "outgoing.notice." + turn.words(),
                        arguments,
                        "/outgoing/" + document.id(),
                        document.urgency() != Urgency.NORMAL,
                        last.at()))
                .toList());
    }

    /// What is to be done next, and by the holders of which right.
    ///
    /// @param only the one of them whose turn it is; null: everybody's
    private record Turn(
            String words,
            OutgoingPermission permission,
            @Nullable OfficerId only) {}

    private static @Nullable Turn turn(OutgoingView document, String event) {
        return switch (document.status()) {
            case DRAFT ->
                event.equals(OutgoingEvent.SentBack.class.getSimpleName())
                        ? new Turn("sent-back", OutgoingPermission.OUTGOING_DRAFT, document.drafter())
                        : null;
            case AWAITING_SIGNATURE -> new Turn("to-sign", OutgoingPermission.OUTGOING_SIGN, document.signer());
            case SIGNED -> new Turn("to-number", OutgoingPermission.OUTGOING_ISSUE, null);
            case SEALED -> new Turn("to-issue", OutgoingPermission.OUTGOING_ISSUE, null);
            case NUMBERED, ISSUED, DISCARDED, CANCELLED, RECALLED -> null;
        };
    }
}
