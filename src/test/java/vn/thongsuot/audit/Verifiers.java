package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Both verifiers on one export: the one we give away and the one a stranger wrote from the description.
record Verifiers(Path folder) {

    private static final Path STRANGER = Path.of("src/test/python/verify_log.py");

    /// What `bin/verify-log` said and ended with.
    record Verdict(int code, String said) {}

    Verdict judge(LogExport export, CheckpointQueries queries, @Nullable String kept) {
        Path file = folder.resolve("export");
        try (OutputStream out = Files.newOutputStream(file)) {
            export.write(out, queries.latest());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return judge(file, kept, null);
    }

    /// Both must come to the same end.
    Verdict judge(Path file, @Nullable String kept, @Nullable String key) {
        Verdict ours = ours(file, kept, key);
        Verdict strangers = strangers(file, kept, key);
        assertThat(strangers.code())
                .as("a stranger's verifier%n%s%nours%n%s", strangers.said(), ours.said())
                .isEqualTo(ours.code());
        return ours;
    }

    Verdict ours(Path file, @Nullable String kept, @Nullable String key) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        Optional.ofNullable(kept).ifPresent(note -> arguments.addAll(List.of("--since", keep(note))));
        Optional.ofNullable(key).ifPresent(known -> arguments.addAll(List.of("--key", known)));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                LogVerifier.run(arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(code, said.toString(StandardCharsets.UTF_8));
    }

    private Verdict strangers(Path file, @Nullable String kept, @Nullable String key) {
        List<String> command = new ArrayList<>(List.of("python3", STRANGER.toString(), file.toString()));
        if (kept != null || key != null) {
            command.add(kept == null ? "" : keep(kept));
        }
        Optional.ofNullable(key).ifPresent(command::add);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), said);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String keep(String note) {
        try {
            return Files.writeString(folder.resolve("kept"), note).toString();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
