package vn.thongsuot.organization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Nội dung phương án.** What a plan of reorganisation says: its steps in order, and where people go. People of an
/// agency that merges go to the post of the same kind in its successor without a rule; a rule says it for agencies
/// that are split or dissolved, or sends them elsewhere; by hand it is said for one holding.
public record ReorganisationContent(List<ReorganisationStep> steps, List<Rule> rules, List<ByHand> byHand) {

    static final ReorganisationContent EMPTY = new ReorganisationContent(List.of(), List.of(), List.of());

    public ReorganisationContent {
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
        byHand = List.copyOf(byHand);
    }

    /// The people of `from` go to the posts of the same kind in `to`; where `unit` is named, inside that unit, which
    /// is opened with the posts it lacks.
    public record Rule(AgencyId from, AgencyId to, @Nullable String unit) {}

    /// Who holds `holding` goes to `seat`, which is opened where it is not there.
    public record ByHand(UUID holding, Seat seat) {}

    /// A post as people name it: in `unit` of `agency`, or at its top.
    public record Seat(AgencyId agency, @Nullable String unit, PostKind kind, String title) {

        /// Whether only one person can hold it at a time.
        boolean single() {
            return kind == PostKind.CHAIRMAN || kind == PostKind.HEAD;
        }

        /// Where the second of two chiefs goes: `Phó Chủ tịch` beside the `Chủ tịch`.
        Seat deputy() {
            return new Seat(
                    agency,
                    unit,
                    kind == PostKind.CHAIRMAN ? PostKind.VICE_CHAIRMAN : PostKind.DEPUTY_HEAD,
                    "Phó " + title);
        }
    }
}
