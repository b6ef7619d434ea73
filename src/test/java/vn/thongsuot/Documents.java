package vn.thongsuot;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Documents written by tests: a test hands over what a document must say; a document that says something else is
/// written anew and the test fails once, so that the change is seen and committed.
public final class Documents {

    private static final String NOTE =
            "<!-- Written by a test from the code. Do not edit: run bin/check and commit. -->\n\n";

    /// Those written anew by this process: they stay wrong for it, also when a failed test is tried once more.
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private Documents() {}

    public static void mustSay(String name, String content) {
        Path file = Path.of("docs", name);
        String wanted = NOTE + content.strip() + "\n";
        try {
            if (!WRITTEN.contains(file)
                    && Files.exists(file)
                    && Files.readString(file).equals(wanted)) {
                return;
            }
            WRITTEN.add(file);
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        fail(file + " no longer said what the code says. It has been written anew: look at it and commit it.");
    }
}
