package vn.thongsuot.access;

import java.time.Instant;
import java.util.List;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện về vai trò.** Everything that changes which posts may do what.
public sealed interface RoleEvent extends Auditable {

    String role();

    @Override
    default Thing thing() {
        return new Thing("role", role());
    }

    record RoleOpened(String role, long version, String title, RoleReach reach, Actor by, Instant at)
            implements RoleEvent {}

    record RoleRightsChanged(
            String role,
            long version,
            List<String> granted,
            List<String> withdrawn,
            RoleReach reach,
            Actor by,
            Instant at)
            implements RoleEvent {}

    record RoleGivenToKind(String role, long version, PostKind kind, Actor by, Instant at) implements RoleEvent {}

    record RoleTakenFromKind(String role, long version, PostKind kind, Actor by, Instant at) implements RoleEvent {}

    record RoleGivenToPost(String role, long version, PostId post, Actor by, Instant at) implements RoleEvent {}

    record RoleTakenFromPost(String role, long version, PostId post, Actor by, Instant at) implements RoleEvent {}
}
