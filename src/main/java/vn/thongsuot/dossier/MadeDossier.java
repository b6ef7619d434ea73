package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Chances;

/// One made-up dossier and all that happened to it, each step decided by the dossier itself: nothing is made up that
/// could not have happened.
final class MadeDossier {

    private static final String SCAN_DIGEST = "0".repeat(64);
    private static final double LATE = 6;
    private static final double STUCK = 1;
    private static final double REFUSED = 3;
    private static final double WITHDRAWN = 1;
    private static final double SUPPLEMENTED = 5;
    private static final double NEVER_BROUGHT = 20;
    private static final double SENT_BACK = 2;

    final Dossier dossier;
    final List<DossierEvent> events = new ArrayList<>();
    private final Chances chances;
    private final WorkingMoments moments;
    private final Instant now;
    private Deadline deadline;
    private Instant at;
    private boolean over;

    /// @param deadline of the reception
    MadeDossier(Dossier dossier, Deadline deadline, Chances chances, WorkingMoments moments, Instant now) {
        this.dossier = dossier;
        this.deadline = deadline;
        this.at = deadline.received();
        this.chances = chances;
        this.moments = moments;
        this.now = now;
    }

    /// Lets things happen until now.
    void live(Desk desk, ProcedureParts parts) {
        Actor.Officer handler = chances.of(desk.handlers());
        boolean late = chances.in(LATE);
        if (chances.in(WITHDRAWN) && next(soon())) {
            events.add(dossier.withdraw("Người nộp đề nghị rút hồ sơ", desk.counter(), at));
            return;
        }
        if (!next(soon())) {
            return;
        }
        events.add(dossier.take(handler, at));
        if (chances.in(STUCK)) {
            return;
        }
        if (chances.in(REFUSED)) {
            if (next(work(false))) {
                events.add(dossier.refuse("Không có thông tin trong sổ hộ tịch", handler, at));
            }
            return;
        }
        if (chances.in(SUPPLEMENTED)) {
            supplement(desk, handler, parts);
        }
        if (!over && next(work(late))) {
            events.add(dossier.propose(SCAN_DIGEST, handler, at));
            sign(desk, handler);
        }
    }

    private void supplement(Desk desk, Actor.Officer handler, ProcedureParts parts) {
        Instant asking = moments.after(at, chances.between(at, at.plusSeconds(1_800)));
        if (!asking.isBefore(deadline.due()) || !next(asking)) {
            return;
        }
        int papers = 1;
        events.add(
                dossier.askSupplement(papers, "Tờ khai chưa đủ thông tin người yêu cầu", deadline.due(), handler, at));
        if (chances.in(NEVER_BROUGHT)) {
            over = true;
            if (next(moments.daysLater(at, 10))) {
                events.add(dossier.stop("Quá hạn mà người nộp không bổ sung", desk.counter(), at));
            }
            return;
        }
        if (!next(moments.daysLater(at, chances.from(1, 4)))) {
            over = true;
            return;
        }
        deadline = desk.deadline(at, parts.limit());
        events.add(dossier.supplement(papers, deadline, desk.counter(), at));
    }

    private void sign(Desk desk, Actor.Officer handler) {
        if (chances.in(SENT_BACK) && next(soon())) {
            events.add(dossier.sendBack("Ghi rõ họ tên người được cấp", desk.signer(), at));
            if (!next(soon())) {
                return;
            }
            events.add(dossier.propose(SCAN_DIGEST, handler, at));
        }
        if (!next(soon())) {
            return;
        }
        events.add(dossier.sign("0", SCAN_DIGEST, desk.signer(), at));
        if (next(soon())) {
            events.add(dossier.giveResult(desk.counter(), at));
        }
    }

    /// Within the next hour the office works.
    private Instant soon() {
        return moments.after(at, chances.between(at, at.plusSeconds(2_400)));
    }

    /// Before it is due, or after.
    private Instant work(boolean late) {
        Instant due = deadline.due();
        return late
                ? moments.daysLater(due, chances.from(1, 5))
                : moments.before(at, chances.between(at, due.minusSeconds(3_600)), due);
    }

    private boolean next(Instant then) {
        if (then.isAfter(now)) {
            return false;
        }
        at = then;
        return true;
    }

    Deadline deadline() {
        return deadline;
    }
}
