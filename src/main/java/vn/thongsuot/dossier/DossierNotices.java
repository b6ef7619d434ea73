package vn.thongsuot.dossier;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.notification.Notice;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// Tells whoever's turn it is. An event is a hint to look: the notices are those of the step at which the
/// dossier stands by now, so events may come twice, late and in any order; those of steps behind it are
/// settled. Nobody is told of their own act, and no notice says whose dossier it is.
@Component
class DossierNotices {

    private static final int LONGEST_NAME = 160;

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("dd/MM/yyyy\u00a0HH:mm", Locale.ROOT);

    private final DossierStore store;
    private final DossierQueries queries;
    private final Procedures procedures;
    private final Holders holders;
    private final Notifications notifications;

    DossierNotices(
            DossierStore store,
            DossierQueries queries,
            Procedures procedures,
            Holders holders,
            Notifications notifications) {
        this.store = store;
        this.queries = queries;
        this.procedures = procedures;
        this.holders = holders;
        this.notifications = notifications;
    }

    /// Locks the dossier: of two listeners at once the later one sees, and settles, what the earlier one
    /// posted.
    @ApplicationModuleListener
    void on(DossierEvent event) {
        store.lock(event.dossier())
                .flatMap(dossier -> queries.find(dossier.id))
                .ifPresent(dossier -> tell(dossier, queries.acts(dossier.id()).getLast()));
    }

    private void tell(DossierView dossier, DossierView.Act last) {
        Thing about = new Thing("dossier", dossier.id().toString());
        String cause = "dossier:" + dossier.id() + ":" + dossier.version();
        notifications.settle(about, cause);
        Turn turn = turn(dossier.status(), last.event());
        if (turn == null) {
            return;
        }
        List<String> arguments = List.of(
                dossier.code(),
                procedures
                        .find(dossier.procedure())
                        .map(ProcedureVersion::name)
                        .map(DossierNotices::brief)
                        .orElse(""),
                DUE.format(dossier.due().atZone(BusinessClock.ZONE)));
        notifications.post(concerned(dossier, turn).stream()
                .filter(holder -> !holder.officer().equals(last.officer()))
                .map(holder -> new Notice(
                        holder.officer(),
                        holder.post(),
                        about,
                        cause,
                        "dossier.notice." + turn.words(),
                        arguments,
                        "/dossiers/" + dossier.id(),
                        dossier.late(last.at()),
                        last.at()))
                .toList());
    }

    /// Some procedures are called by whole paragraphs.
    private static String brief(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    /// What is to be done next, and by the holders of which right; `handler`: by the one who works on it.
    private record Turn(String words, DossierPermission permission, boolean handler) {}

    private static @Nullable Turn turn(DossierStatus status, String event) {
        return switch (status) {
            case RECEIVED -> new Turn("to-process", DossierPermission.DOSSIER_PROCESS, false);
            case PROCESSING ->
                switch (event) {
                    case "SentBack" -> new Turn("sent-back", DossierPermission.DOSSIER_PROCESS, true);
                    case "SupplementReceived" -> new Turn("papers-here", DossierPermission.DOSSIER_PROCESS, true);
                    default -> null;
                };
            case AWAITING_SUPPLEMENT -> new Turn("papers-asked", DossierPermission.DOSSIER_RECEIVE, false);
            case AWAITING_SIGNATURE -> new Turn("to-sign", DossierPermission.DOSSIER_SIGN, false);
            case SIGNED -> new Turn("to-hand-over", DossierPermission.DOSSIER_RECEIVE, false);
            case REFUSED -> new Turn("refused", DossierPermission.DOSSIER_RECEIVE, false);
            case STOPPED -> new Turn("stopped", DossierPermission.DOSSIER_PROCESS, true);
            case WITHDRAWN -> new Turn("withdrawn", DossierPermission.DOSSIER_PROCESS, true);
            case RETURNED -> null;
        };
    }

    /// Those whose turn it is. A handler who holds the right no longer cannot act: then whoever may is
    /// told. A dossier that was withdrawn before anybody took it concerns nobody.
    private List<Holders.Holder> concerned(DossierView dossier, Turn turn) {
        List<Holders.Holder> all = holders.of(turn.permission(), dossier.agency());
        if (!turn.handler()) {
            return all;
        }
        OfficerId handler = dossier.handler();
        List<Holders.Holder> his =
                all.stream().filter(holder -> holder.officer().equals(handler)).toList();
        return his.isEmpty() && handler != null ? all : his;
    }
}
