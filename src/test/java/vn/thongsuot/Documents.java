package vn.thongsuot;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents written by tests: a test hands over what a document must say; a document that says something else is
/// written anew and the test fails once, so that the change is seen and committed.
public final class Documents {

    private static final String NOTE =
            "<!-- Written by a test from the code. Do not edit: run bin/check and commit. -->\n\n";

    private Documents() {}

    public static void mustSay(String name, String content) {
        Path file = Path.of("docs", name);
        String wanted = NOTE + content.strip() + "\n";
        try {
            if (Files.exists(file) && Files.readString(file).equals(wanted)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        fail(file + " no longer said what the code says. It has been written anew: look at it and commit it.");
    }
}
