package vn.thongsuot.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Việc trong phương án.** One thing a plan of reorganisation does to one agency. Several merges into one
/// successor make a merger; several splits of one agency divide it.
public sealed interface ReorganisationStep {

    UUID id();

    /// What it happens to; a new agency's id is given when the step is written.
    AgencyId agency();

    Kind kind();

    /// The kinds of steps, in the order in which a reader wants to see them.
    enum Kind {
        FOUND,
        MERGE,
        SPLIT,
        DISSOLVE,
        RENAME,
        MOVE;

        /// Whether the agency is no more afterwards.
        public boolean ends() {
            return switch (this) {
                case MERGE, SPLIT, DISSOLVE -> true;
                case FOUND, RENAME, MOVE -> false;
            };
        }
    }

    /// A new agency begins.
    ///
    /// @param word what people call its kind, e.g. `UBND xã`
    /// @param identifier for electronic exchange; null while nobody gave one
    /// @param unitCode of the administrative unit, may be one that ends with another agency on the same day
    record Found(
            UUID id,
            AgencyId agency,
            String name,
            @Nullable String nameEn,
            AgencyLevel level,
            String word,
            @Nullable AgencyId parent,
            @Nullable String identifier,
            @Nullable String unitCode)
            implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.FOUND;
        }
    }

    /// The agency ends and `successor` goes on with all its work; a null successor is not chosen yet.
    record Merge(
            UUID id,
            AgencyId agency,
            @Nullable AgencyId successor,
            boolean confirmed,
            @Nullable String note) implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.MERGE;
        }
    }

    /// The agency ends and `successor` is one of several that go on with its work.
    record Split(
            UUID id,
            AgencyId agency,
            @Nullable AgencyId successor,
            boolean confirmed,
            @Nullable String note) implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.SPLIT;
        }
    }

    /// The agency ends and none goes on with its work: it falls to the agency above.
    record Dissolve(UUID id, AgencyId agency, @Nullable String note) implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.DISSOLVE;
        }
    }

    /// The agency goes on under another name.
    record Rename(
            UUID id, AgencyId agency, String name, @Nullable String nameEn) implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.RENAME;
        }
    }

    /// The agency goes on under another agency.
    record Move(UUID id, AgencyId agency, @Nullable AgencyId parent) implements ReorganisationStep {

        @Override
        public Kind kind() {
            return Kind.MOVE;
        }
    }

    /// The other agency it names: successor or new parent.
    default @Nullable AgencyId to() {
        return switch (this) {
            case Found step -> step.parent();
            case Merge step -> step.successor();
            case Split step -> step.successor();
            case Dissolve _, Rename _ -> null;
            case Move step -> step.parent();
        };
    }

    /// The new name it gives.
    default @Nullable String newName() {
        return switch (this) {
            case Found step -> step.name();
            case Rename step -> step.name();
            case Merge _, Split _, Dissolve _, Move _ -> null;
        };
    }
}
