package vn.thongsuot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// **Chạy không quyền root.** Runs PostgreSQL's programs without root's rights, which they refuse: as root
/// through a user namespace, or as `nobody`.
final class Unprivileged {

    private static final Logger LOG = LoggerFactory.getLogger(Unprivileged.class);

    private Unprivileged() {}

    static int run(Path folder, List<String> command) throws IOException {
        List<String> full = new ArrayList<>(prefix(folder));
        full.addAll(command);
        Process process = new ProcessBuilder(full)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), stopped);
        }
    }

    private static List<String> prefix(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        if (works(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }
        throw new DatabaseFailure(
                "PostgreSQL không chạy bằng quyền root, và ở đây không dùng được unshare hay setpriv. "
                        + "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here.",
                "Chạy bằng người dùng thường, hoặc đặt THONGSUOT_DATABASE_URL. "
                        + "Start as a normal user, or set THONGSUOT_DATABASE_URL.",
                null);
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream output = process.getInputStream()) {
                output.transferTo(OutputStream.nullOutputStream());
            }
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            LOG.debug("{} is not here", command.getFirst(), absent);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
