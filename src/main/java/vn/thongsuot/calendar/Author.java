package vn.thongsuot.calendar;

import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;

/// **Người sửa lịch.** Who changes a calendar, and the name and post the list of versions shows for ever, as they
/// were on that day.
///
/// @param line null for the platform's own work
public record Author(Actor actor, @Nullable String line) {

    public static Author of(SignedIn person) {
        return new Author(person.actor(), person.personName() + " · " + person.postLine());
    }

    static Author job(String name) {
        return new Author(new Actor.Job(name), null);
    }

    @Nullable
    OfficerId officer() {
        return actor instanceof Actor.Officer officer ? officer.officer() : null;
    }
}
