package vn.thongsuot.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// **Thủ tục hành chính, theo phiên bản.** What the national database publishes of a procedure, and the parts that
/// were entered here.
///
/// @param kind how much the law left to the province, in the words of the source
/// @param agency who handles it, in the words of the source
/// @param decision the decision that published it
/// @param url its page on the national portal
/// @param parts null for a procedure that cannot be handled here yet
public record ProcedureVersion(
        ProcedureCode code,
        long version,
        String name,
        String field,
        String ministry,
        String kind,
        Set<HandlingLevel> levels,
        List<String> applicants,
        Map<Channel, Offer> channels,
        List<Result> results,
        String agency,
        String decision,
        String url,
        Edition edition,
        @Nullable ProcedureParts parts) {

    /// What a channel offers.
    public record Offer(StatedLimit limit, StatedFee fee) {}

    /// What the applicant receives, with its national code where it has one.
    public record Result(@Nullable String code, String name) {}

    /// Where it was read, and on which day.
    public record Edition(String id, String source, LocalDate readOn) {}

    /// **Bộ phận tạo thành thủ tục.** What every procedure must say: Decree 63/2010/NĐ-CP art. 8.2.
    public enum Part {
        NAME,
        STEPS,
        CHANNELS,
        COMPONENTS,
        TIME_LIMIT,
        APPLICANTS,
        AGENCY
    }

    public ProcedureVersion {
        levels = Set.copyOf(levels);
        applicants = List.copyOf(applicants);
        channels = Map.copyOf(channels);
        results = List.copyOf(results);
    }

    /// The parts that are missing, in the order of the law; none for a procedure that can be handled.
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!has(part)) {
                missing.add(part);
            }
        }
        return missing;
    }

    /// Whether dossiers of it can be handled: nothing is missing.
    public boolean complete() {
        return missing().isEmpty();
    }

    public boolean has(Part part) {
        return switch (part) {
            case NAME -> !name.isEmpty();
            case STEPS, COMPONENTS -> parts != null;
            case CHANNELS -> !channels.isEmpty();
            case TIME_LIMIT -> parts != null || limitClear();
            case APPLICANTS -> !applicants.isEmpty();
            case AGENCY -> !agency.isEmpty();
        };
    }

    /// Whether every channel has a time limit with its unit.
    private boolean limitClear() {
        return !channels.isEmpty()
                && channels.values().stream().allMatch(offer -> offer.limit().state() == StatedLimit.State.CLEAR);
    }

    /// The channels in their usual order.
    public Map<Channel, Offer> offers() {
        return channels.isEmpty() ? Map.of() : new EnumMap<>(channels);
    }

    public Set<HandlingLevel> levelsInOrder() {
        return levels.isEmpty() ? Set.of() : EnumSet.copyOf(levels);
    }
}
