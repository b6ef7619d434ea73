package vn.thongsuot.organization;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// One application of a plan: what it made so far, and which version each thing it touched has come to.
final class ImportRun {

    final Organization organization;
    final Actor by;
    final Map<Integer, AgencyId> founded = new HashMap<>();
    final Map<UnitKey, UUID> units = new HashMap<>();
    final Map<PostKey, PostId> posts = new HashMap<>();
    private final Map<Object, Long> versions = new HashMap<>();

    record UnitKey(AgencyId agency, String name) {}

    record PostKey(AgencyId agency, @Nullable String unit, PostKind kind, String title) {}

    ImportRun(Organization organization, Actor by) {
        this.organization = organization;
        this.by = by;
    }

    /// The version to name in the next command: the one the plan saw, one more for each command since.
    long version(AgencyId agency, long seen) {
        return versions.merge(agency, seen, (last, _) -> last + 1);
    }

    long version(OfficerId officer, long seen) {
        return versions.merge(officer, seen, (last, _) -> last + 1);
    }
}
