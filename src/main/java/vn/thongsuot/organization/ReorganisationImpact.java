package vn.thongsuot.organization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;

/// **Tác động của phương án.** What a plan of reorganisation would do on its day, and what still stands in the way.
///
/// @param seats posts to open
/// @param vacant posts nobody holds that end with their agency
/// @param names what agencies are called in this plan, the new ones too
public record ReorganisationImpact(
        List<Ending> endings,
        List<ReorganisationStep.Found> foundings,
        List<Turn> turns,
        List<NewUnit> units,
        List<ReorganisationContent.Seat> seats,
        List<Placement> placements,
        List<ReusedCode> codes,
        int vacant,
        List<ReorganisationObstacle> obstacles,
        Map<AgencyId, String> names) {

    public ReorganisationImpact {
        endings = List.copyOf(endings);
        foundings = List.copyOf(foundings);
        turns = List.copyOf(turns);
        units = List.copyOf(units);
        seats = List.copyOf(seats);
        placements = List.copyOf(placements);
        codes = List.copyOf(codes);
        obstacles = List.copyOf(obstacles);
        names = Map.copyOf(names);
    }

    /// An agency that ends, and who goes on with its work.
    public record Ending(AgencyView agency, List<Heir> heirs) {

        public Ending {
            heirs = List.copyOf(heirs);
        }
    }

    /// Who goes on with the work of an agency that ended.
    ///
    /// @param opensBooks whether it is a new agency, whose number books begin at 01; old numbers stay as they are
    public record Heir(
            AgencyId agency,
            boolean opensBooks,
            boolean confirmed,
            @Nullable String note) {}

    /// An agency that goes on under another name or another agency.
    public record Turn(
            AgencyView agency,
            String name,
            @Nullable String nameEn,
            @Nullable AgencyId parent) {

        public boolean renames() {
            return !agency.name().equals(name);
        }

        public boolean moves() {
            return !java.util.Objects.equals(agency.parent(), parent);
        }
    }

    /// A unit to open inside an agency.
    public record NewUnit(AgencyId agency, String name) {}

    /// Somebody's way from a post that ends to another.
    ///
    /// @param post the post gone to, where it is there already
    /// @param folded whether that post is held by the same person anyhow, so that one holding is enough
    public record Placement(
            HoldingView holding,
            PostView from,
            ReorganisationContent.Seat to,
            @Nullable PostId post,
            boolean byHand,
            boolean folded) {

        /// Whether the person will be something else than before.
        public boolean otherKind() {
            return from.kind() != to.kind();
        }
    }

    /// A code that ends with one agency and begins with another on the same day.
    public record ReusedCode(String code, AgencyId before, AgencyId after) {}

    /// The plan in numbers.
    public record Counts(int ended, int founded, int renamed, int moved, int posts, int officers, int otherKind) {

        /// Whether the plan does nothing: such a plan cannot be approved.
        public boolean nothing() {
            return ended + founded + renamed + moved == 0;
        }
    }

    public Counts counts() {
        return new Counts(
                endings.size(),
                foundings.size(),
                (int) turns.stream().filter(Turn::renames).count(),
                (int) turns.stream().filter(Turn::moves).count(),
                seats.size(),
                (int) placements.stream()
                        .map(placement -> placement.holding().officer())
                        .distinct()
                        .count(),
                (int) placements.stream().filter(Placement::otherKind).count());
    }

    public Optional<String> name(AgencyId agency) {
        return Optional.ofNullable(names.get(agency));
    }
}
