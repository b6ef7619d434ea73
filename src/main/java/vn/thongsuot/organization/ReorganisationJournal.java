package vn.thongsuot.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Auditable;

/// Takes a plan where an event leads it, and says so.
@Component
class ReorganisationJournal {

    private final ReorganisationStore store;
    private final Announcement announcement;

    ReorganisationJournal(ReorganisationStore store, Announcement announcement) {
        this.store = store;
        this.announcement = announcement;
    }

    void begin(ReorganisationEvent.Drafted drafted) {
        store.insert(drafted);
        announcement.of(drafted);
    }

    /// Writes `event`, and tells of it together with what it brought about.
    void note(Reorganisation before, ReorganisationEvent event, List<Auditable> broughtAbout) {
        store.advance(before, event);
        if (event instanceof ReorganisationEvent.Applied applied) {
            store.done(applied);
        }
        announcement.of(broughtAbout);
        announcement.of(event);
    }

    void note(Reorganisation before, ReorganisationEvent event) {
        note(before, event, List.of());
    }
}
