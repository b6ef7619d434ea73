package vn.thongsuot.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Từ chối.** The one exception of the platform: thrown where the caller can only stop. INFO in the log, RFC
/// 9457 or a page of the same words at the edge.
public final class Refusal extends RuntimeException {

    private final transient Problem problem;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    Refusal(Problem problem, Object... arguments) {
        this(problem, List.of(arguments), null);
    }

    private Refusal(Problem problem, List<Object> arguments, @Nullable String field) {
        super(problem.code() + " " + arguments, null, false, false);
        this.problem = problem;
        this.arguments = arguments;
        this.field = field;
    }

    /// The same, because of what was typed into `field` of a form.
    public Refusal at(String field) {
        return new Refusal(problem, arguments, field);
    }

    public Problem problem() {
        return problem;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /// The field of a form it is about; null where it is about no single one.
    public @Nullable String field() {
        return field;
    }
}
