package vn.thongsuot.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Personal;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện về tổ chức.** Everything that can happen to agencies and officers.
public sealed interface OrganizationEvent extends Auditable {

    /// An event of an agency.
    sealed interface OfAgency extends OrganizationEvent {
        AgencyId agency();

        @Override
        default Thing thing() {
            return new Thing("agency", agency().toString());
        }
    }

    /// An event of an officer.
    sealed interface OfOfficer extends OrganizationEvent {
        OfficerId officer();

        @Override
        default Thing thing() {
            return new Thing("officer", officer().toString());
        }
    }

    record AgencyFounded(
            AgencyId agency,
            long version,
            String name,
            AgencyLevel level,
            @Nullable AgencyId parent,
            LocalDate from,
            Actor by,
            Instant at)
            implements OfAgency {}

    record AgencyRenamed(
            AgencyId agency, long version, String oldName, String newName, LocalDate from, Actor by, Instant at)
            implements OfAgency {}

    record AgencyMoved(
            AgencyId agency,
            long version,
            @Nullable AgencyId oldParent,
            @Nullable AgencyId newParent,
            LocalDate from,
            Actor by,
            Instant at)
            implements OfAgency {}

    record CalendarKept(AgencyId agency, long version, CalendarId calendar, Actor by, Instant at) implements OfAgency {}

    record UnitOpened(AgencyId agency, long version, UUID unit, String name, LocalDate from, Actor by, Instant at)
            implements OfAgency {}

    record AgencyEnded(AgencyId agency, long version, LocalDate on, Actor by, Instant at) implements OfAgency {}

    /// The agency ended the day before `on`, and others go on with its work. Its documents, dossiers and numbers stay
    /// as they are; a successor that opens books begins its own numbers at 01.
    record AgencySucceeded(
            AgencyId agency,
            long version,
            List<Successor> successors,
            LocalDate on,
            ReorganisationId plan,
            Actor by,
            Instant at)
            implements OfAgency {

        public AgencySucceeded {
            successors = List.copyOf(successors);
        }
    }

    record Successor(AgencyId agency, boolean opensBooks, boolean confirmed) {}

    /// Units and posts were opened by a reorganisation.
    record AgencyStaffed(
            AgencyId agency,
            long version,
            List<OpenedUnit> units,
            List<OpenedPost> posts,
            LocalDate from,
            ReorganisationId plan,
            Actor by,
            Instant at)
            implements OfAgency {

        public AgencyStaffed {
            units = List.copyOf(units);
            posts = List.copyOf(posts);
        }
    }

    record OpenedUnit(UUID unit, String name) {}

    record OpenedPost(PostId post, @Nullable UUID unit, PostKind kind, String title) {}

    record PostOpened(
            AgencyId agency,
            long version,
            PostId post,
            PostKind kind,
            String title,
            LocalDate from,
            Actor by,
            Instant at)
            implements OfAgency {}

    record OfficerEntered(
            OfficerId officer,
            long version,
            @Personal(subject = "officer") String name,
            Actor by,
            Instant at) implements OfOfficer {}

    record PostTaken(OfficerId officer, long version, UUID holding, PostId post, LocalDate from, Actor by, Instant at)
            implements OfOfficer {}

    record PostLeft(OfficerId officer, long version, UUID holding, PostId post, LocalDate on, Actor by, Instant at)
            implements OfOfficer {}

    /// A reorganisation took the officer out of posts that ended, each into another.
    record OfficerMoved(
            OfficerId officer,
            long version,
            List<Change> changes,
            LocalDate on,
            ReorganisationId plan,
            Actor by,
            Instant at)
            implements OfOfficer {

        public OfficerMoved {
            changes = List.copyOf(changes);
        }
    }

    record Change(UUID left, PostId from, PostId to) {}

    /// A file was applied: how many acts it took, `digest` being the SHA-256 of the file.
    record FileImported(UUID run, long version, SheetKind kind, String digest, int acts, Actor by, Instant at)
            implements OrganizationEvent {
        @Override
        public Thing thing() {
            return new Thing("import", run.toString());
        }
    }

    /// The demonstration province was loaded: so many of each, `digest` being the SHA-256 of what was written.
    record ProvinceLoaded(
            String province, long version, int agencies, int posts, int officers, String digest, Actor by, Instant at)
            implements OrganizationEvent {
        @Override
        public Thing thing() {
            return new Thing("province", province);
        }
    }
}
