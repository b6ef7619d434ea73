package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.List;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// Who works on made-up dossiers of an agency: those who would work on real ones.
record Desk(AgencyId agency, Actor.Officer counter, List<Actor.Officer> handlers, Actor.Officer signer, Office office) {

    String code(Instant at, String day, int number) {
        return "%s-%s-%04d".formatted(office.identifier(agency, at), day, number);
    }

    Deadline deadline(Instant from, TimeLimit limit) {
        return office.deadline(agency, from, limit);
    }
}
