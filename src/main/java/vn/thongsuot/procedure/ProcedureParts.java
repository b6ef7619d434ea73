package vn.thongsuot.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.shared.Money;

/// **Bộ phận để giải quyết được.** What a dossier of the procedure needs: papers, time, steps, fee; each with the text
/// it comes from.
///
/// @param sets how many sets of papers are handed in
/// @param fee null where it is free
public record ProcedureParts(
        int sets,
        TimeLimit limit,
        Source limitSource,
        @Nullable Fee fee,
        Source feeSource,
        List<Component> components,
        List<Step> steps) {

    /// Where a part comes from.
    ///
    /// @param demonstration entered for the demonstration, not taken from the text of a law
    public record Source(String text, boolean demonstration) {}

    /// @param amount for each `unit`
    /// @param unit such as `bản sao trích lục`
    public record Fee(Money amount, String unit) {}

    /// What becomes of a paper.
    public enum Handling {
        /// It stays in the dossier and is digitised.
        SUBMITTED,
        /// It is looked at and given back.
        PRESENTED
    }

    /// **Thành phần hồ sơ.** A paper of the dossier.
    ///
    /// @param code unique in the procedure
    /// @param condition when it is asked for; null: always
    /// @param template the form to fill in
    public record Component(
            String code,
            String name,
            Handling handling,
            int originals,
            int copies,
            @Nullable String condition,
            @Nullable String template,
            Source source) {}

    /// What is done in a step.
    public enum StepKind {
        RECEIVE,
        PROCESS,
        SIGN,
        RETURN
    }

    /// **Bước xử lý.** A step of the internal process.
    ///
    /// @param performer who does it, in the words of the office
    /// @param hours its share of the time limit, in working hours
    public record Step(String name, StepKind kind, String performer, int hours, Source source) {}

    /// Refuses parts by which nothing could be handled ({@link ProcedureProblem#PARTS_INVALID}): a first step that
    /// does not receive, a last that does not return, none that signs, or no paper at all.
    public ProcedureParts {
        components = List.copyOf(components);
        steps = List.copyOf(steps);
        boolean lawful = !components.isEmpty()
                && components.stream().map(Component::code).distinct().count() == components.size()
                && !steps.isEmpty()
                && steps.getFirst().kind() == StepKind.RECEIVE
                && steps.getLast().kind() == StepKind.RETURN
                && steps.stream().anyMatch(step -> step.kind() == StepKind.SIGN)
                && sets > 0;
        if (!lawful) {
            throw ProcedureProblem.PARTS_INVALID.because();
        }
    }
}
