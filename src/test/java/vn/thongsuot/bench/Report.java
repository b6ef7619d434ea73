package vn.thongsuot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark found: a table for people, `target/bench/NAME.json` for programs, `NAME.txt` with the notes.
final class Report {

    private final String name;
    private final boolean quick;
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String name, boolean quick) {
        this.name = name;
        this.quick = quick;
    }

    void add(Measure measure) {
        measures.add(
                quick
                        ? new Measure(
                                measure.measure() + " (quick, not to be quoted)",
                                measure.value(),
                                measure.unit(),
                                measure.reference(),
                                measure.ratio(),
                                measure.bar(),
                                measure.holds())
                        : measure);
    }

    void note(String note) {
        notes.add(note);
    }

    /// Says what is being done, to whoever waits.
    void progress(String what) {
        System.err.println("· " + what);
    }

    /// Whether every bar holds.
    boolean holds() {
        return measures.stream().noneMatch(measure -> Boolean.FALSE.equals(measure.holds()));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(measures) + "\n");
        String text = text();
        Files.writeString(folder.resolve(name + ".txt"), text);
        System.out.print(text);
    }

    private String text() {
        int width = measures.stream()
                .mapToInt(measure -> measure.measure().length())
                .max()
                .orElse(20);
        String format = "%-" + width + "s %10s %-8s %10s %7s %8s  %s%n";
        StringBuilder text = new StringBuilder("\n" + name + (quick ? " — QUICK: a smoke test, not a measurement" : ""))
                .append('\n')
                .append(String.format(format, "measure", "value", "unit", "reference", "ratio", "bar", ""));
        for (Measure measure : measures) {
            text.append(String.format(
                    format,
                    measure.measure(),
                    Measure.shown(measure.value()),
                    measure.unit(),
                    Measure.shown(measure.reference()),
                    Measure.shown(measure.ratio()),
                    (measure.bar() == null ? "" : measure.reference() == null ? "≤ " : "≥ ")
                            + Measure.shown(measure.bar()),
                    measure.holds() == null ? "" : measure.holds() ? "holds" : "DOES NOT HOLD"));
        }
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.append('\n').toString();
    }
}
