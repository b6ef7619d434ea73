package vn.thongsuot.organization;

import java.util.List;

/// What a file would do to the directory as it stands: a report line by line, and the acts in order.
record ImportPlan(List<ImportLine> lines, List<Act> acts) {

    ImportPlan {
        lines = List.copyOf(lines);
        acts = List.copyOf(acts);
    }

    /// One act of office, done with the ordinary commands.
    interface Act {
        void run(ImportRun run);
    }

    int count(ImportLine.Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
