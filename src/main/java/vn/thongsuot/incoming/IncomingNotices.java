package vn.thongsuot.incoming;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.notification.Notice;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// Tells whoever's turn a document that came is at: who registers or gives back, who assigns, who is to handle it.
/// An event is a hint to look, so events may come twice, late and in any order. A notice says number, kind and sender,
/// never the subject.
@Component
class IncomingNotices {

    private final IncomingStore store;
    private final IncomingQueries queries;
    private final Directory directory;
    private final Holders holders;
    private final Notifications notifications;

    IncomingNotices(
            IncomingStore store,
            IncomingQueries queries,
            Directory directory,
            Holders holders,
            Notifications notifications) {
        this.store = store;
        this.queries = queries;
        this.directory = directory;
        this.holders = holders;
        this.notifications = notifications;
    }

    /// Locks the document: of two listeners at once the later one sees, and settles, what the earlier one posted.
    @ApplicationModuleListener
    void on(IncomingEvent event) {
        if (store.lock(event.document()).isPresent()) {
            queries.find(event.document()).ifPresent(this::tell);
        }
    }

    private void tell(IncomingView document) {
        IncomingView.Act last = queries.acts(document.id()).getLast();
        Thing about = new Thing("incoming", document.id().toString());
        String cause = "incoming:" + document.id() + ":" + document.version();
        notifications.settle(about, cause);
        Turn turn = document.status().returnable() && store.askedBack(document.id())
                ? new Turn("to-give-back", IncomingPermission.INCOMING_REGISTER, false)
                : turn(document.status());
        if (turn == null) {
            return;
        }
        OfficerId handler = document.handler();
        List<String> arguments = List.of(
                document.type(),
                document.code(),
                directory.agency(document.sender()).map(AgencyView::shortName).orElse(""));
        notifications.post(holders.of(turn.permission(), document.agency()).stream()
                .filter(holder -> !turn.handler() || holder.officer().equals(handler))
                .filter(holder -> !holder.officer().equals(last.officer()))
                .map(holder -> new Notice(
                        holder.officer(),
                        holder.post(),
                        about,
                        cause,
                        "incoming.notice." + turn.words(),
                        arguments,
                        "/incoming/" + document.id(),
                        document.urgency() != Urgency.NORMAL,
                        last.at()))
                .toList());
    }

    /// What is to be done next, and by the holders of which right; `handler`: by the one it was given to.
    private record Turn(String words, IncomingPermission permission, boolean handler) {}

    private static @Nullable Turn turn(IncomingStatus status) {
        return switch (status) {
            case ARRIVED -> new Turn("to-register", IncomingPermission.INCOMING_REGISTER, false);
            case REGISTERED -> new Turn("to-assign", IncomingPermission.INCOMING_ASSIGN, false);
            case ASSIGNED -> new Turn("to-handle", IncomingPermission.INCOMING_VIEW, true);
            case HANDLING, DONE, REFUSED, RECALLED -> null;
        };
    }
}
