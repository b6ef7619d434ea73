package vn.thongsuot.shared;

import java.time.Duration;

/// **Việc định kỳ.** Work the platform does by itself again and again. A bean of this type is run by one node at
/// a time: whoever holds its lease in PostgreSQL. When that node dies, another takes over within a lease's
/// length. Nothing else runs on a timer.
public interface RecurringJob {

    /// Fixed name, `<module>.<what>`, e.g. `audit.sealer`.
    String name();

    /// Real time between the end of one run and the start of the next.
    Duration every();

    /// One run. Short, idempotent, safe to stop between two statements; a failure is logged and tried again next
    /// time.
    void run();
}
