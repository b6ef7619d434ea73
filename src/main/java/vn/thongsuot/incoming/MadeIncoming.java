package vn.thongsuot.incoming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.Uuids;

/// One made-up document that came in and all that happened to it, each step decided by the document itself.
final class MadeIncoming {

    private static final double REFUSED = 1;
    private static final double LEFT_LYING = 1;
    private static final double STUCK = 1;
    private static final int SOON_SECONDS = 5_400;
    private static final List<String> DIRECTIONS = List.of(
            "Tham mưu thực hiện theo nội dung văn bản",
            "Nghiên cứu, báo cáo đề xuất trước khi đến hạn",
            "Phối hợp các đơn vị liên quan triển khai, báo cáo kết quả",
            "Dự thảo văn bản trả lời, trình ký",
            "Để biết, theo dõi và lưu hồ sơ");

    final ArrivalView arrival;
    final IncomingDocument document;
    final List<IncomingEvent> events = new ArrayList<>();
    private final Registry registry;
    private final Chances chances;
    private final WorkingMoments moments;
    private final Instant now;
    private Instant at;
    private final @Nullable Instant registered;
    private final boolean refused;

    MadeIncoming(ArrivalView arrival, Registry registry, Chances chances, WorkingMoments moments, Instant now) {
        this.arrival = arrival;
        this.registry = registry;
        this.chances = chances;
        this.moments = moments;
        this.now = now;
        this.at = arrival.arrived();
        this.document = new IncomingDocument(
                new IncomingId(Uuids.next(at)), arrival.receiver(), arrival.id(), 1, IncomingStatus.ARRIVED, null);
        events.add(new IncomingEvent.Arrived(
                document.id,
                1,
                arrival.id(),
                arrival.receiver(),
                arrival.sender(),
                arrival.letter().code(),
                Arrivals.BY,
                at));
        this.refused = chances.in(REFUSED);
        Instant looked = soon();
        this.registered = refused || chances.in(LEFT_LYING) || looked.isAfter(now) ? null : looked;
        if (refused && !looked.isAfter(now)) {
            events.add(document.refuse("Văn bản gửi không đúng thẩm quyền giải quyết", registry.clerk(), looked));
        }
    }

    /// When a clerk entered it in the register; null where none did.
    @Nullable
    Instant registered() {
        return registered;
    }

    /// Enters it under `number` and lets happen what may have happened since.
    void register(int number) {
        at = java.util.Objects.requireNonNull(registered);
        events.add(document.register(number, registry.clerk(), at));
        Actor.Officer officer = chances.of(registry.officers());
        if (!next(soon())) {
            return;
        }
        events.add(document.assign(officer.officer(), chances.of(DIRECTIONS), registry.leader(), at));
        if (!next(soon())) {
            return;
        }
        events.add(document.start(officer, at));
        if (!chances.in(STUCK) && next(moments.daysLater(at, chances.from(1, 7)))) {
            events.add(document.finish(officer, at));
        }
    }

    private Instant soon() {
        return moments.after(at, chances.between(at, at.plusSeconds(SOON_SECONDS)));
    }

    private boolean next(Instant then) {
        if (then.isAfter(now)) {
            return false;
        }
        at = then;
        return true;
    }

    /// Who works on what comes to an agency.
    record Registry(Actor.Officer clerk, Actor.Officer leader, List<Actor.Officer> officers) {}
}
