package vn.thongsuot.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs the benchmarks named on the command line, all there are when none is. Ends with 1 when a bar does not
/// hold, with 2 when a name is not known.
public final class Bench {

    private static final List<String> THERE = List.of("house", "spine");
    private static final List<String> TO_COME = List.of("signing", "documents", "exchange", "dossiers", "scoring");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        String refusals = names.stream().map(Bench::refusal).collect(Collectors.joining());
        if (!refusals.isEmpty()) {
            System.err.print(refusals);
            System.exit(2);
        }
        boolean holds = true;
        for (String name : names.isEmpty() ? THERE : names) {
            Report report = new Report(name, quick);
            Benchmark benchmark = name.equals("spine") ? new SpineBenchmark() : new HouseBenchmark();
            benchmark.run(report, quick);
            report.write(Path.of("target", "bench"));
            holds &= report.holds();
        }
        System.exit(holds ? 0 : 1);
    }

    /// Why `name` cannot be measured; empty when it can.
    public static String refusal(String name) {
        if (THERE.contains(name)) {
            return "";
        }
        return TO_COME.contains(name)
                ? "The benchmark " + name + " comes with its modules; there are: " + THERE + "\n"
                : "There is no benchmark " + name + "; there are: " + THERE + "\n";
    }
}
