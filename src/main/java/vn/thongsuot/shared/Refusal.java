package vn.thongsuot.shared;

import java.util.Arrays;
import java.util.List;

/// **Từ chối.** The one exception of the platform: thrown where the caller can only stop. INFO in the log, RFC
/// 9457 or a page of the same words at the edge.
public final class Refusal extends RuntimeException {

    private final transient Problem problem;
    private final transient List<Object> arguments;

    Refusal(Problem problem, Object... arguments) {
        super(problem.code() + " " + Arrays.toString(arguments), null, false, false);
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    public Problem problem() {
        return problem;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
