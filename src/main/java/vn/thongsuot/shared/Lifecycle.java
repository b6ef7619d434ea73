package vn.thongsuot.shared;

import java.util.Map;
import java.util.Optional;

/// **Bảng chuyển trạng thái.** A status enum implements it: the one table of legal moves, drawn into
/// `docs/states.md` by a test. The first constant is where a thing begins; an event not in the table is refused.
public interface Lifecycle<S extends Enum<S> & Lifecycle<S>> {

    /// The legal moves out of this state: the event's record, and the state it leads to.
    Map<Class<? extends Auditable>, S> moves();

    /// The state after `event`, or nothing where the move is not legal.
    default Optional<S> after(Class<? extends Auditable> event) {
        return Optional.ofNullable(moves().get(event));
    }
}
