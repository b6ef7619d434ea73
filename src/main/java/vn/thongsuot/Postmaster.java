package vn.thongsuot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// **Tiến trình PostgreSQL.** The server of a cluster as its `postmaster.pid` tells, which a power cut may leave
/// empty, and whose number may be another process's by now.
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final int PROCESS = 0;
    private static final int PORT = 3;

    private final Path cluster;
    private final Path file;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    boolean isNamed() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    Optional<Integer> port() throws IOException {
        return number(PORT).map(Long::intValue);
    }

    /// One that outlived its application (kill −9) is stopped, so that the next recovers the cluster at once.
    /// For the owner of the folder's lock.
    void stopOrphan(Path binaries, Path folder) throws IOException {
        if (!isNamed()) {
            return;
        }
        Optional<Long> process = number(PROCESS);
        if (process.filter(this::serves).isPresent()) {
            LOG.info("Stopping the PostgreSQL a killed process left behind (process {})", process.get());
            Unprivileged.run(
                    folder,
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D",
                            cluster.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "stop"));
        } else if (process.flatMap(ProcessHandle::of).isPresent() || process.isEmpty()) {
            // PostgreSQL itself replaces the file of a process that is gone. It does not start beside an empty one, or
            // beside one whose number somebody else has. That nothing uses the cluster's memory it checks all the same.
            Files.delete(file);
        }
    }

    private Optional<Long> number(int line) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        return lines.size() > line && lines.get(line).strip().matches("\\d{1,10}")
                ? Optional.of(Long.valueOf(lines.get(line).strip()))
                : Optional.empty();
    }

    /// Whether this process is PostgreSQL's, in this cluster.
    private boolean serves(long number) {
        Path process = Path.of("/proc", Long.toString(number));
        try {
            byte[] line = Files.readAllBytes(process.resolve("cmdline"));
            List<String> command = List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
            return command.getFirst().endsWith("/postgres") && worksHere(process, command);
        } catch (IOException unseen) {
            LOG.debug("Process {} cannot be seen", number, unseen);
            return false;
        }
    }

    /// It works in the cluster's folder, also when that was moved meanwhile. Where only the command may be seen
    /// (another user's, in a container) that says it.
    private boolean worksHere(Path process, List<String> command) throws IOException {
        try {
            return Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (AccessDeniedException hidden) {
            LOG.debug("Where {} works is hidden", process, hidden);
            int option = command.indexOf("-D");
            return option > 0
                    && option + 1 < command.size()
                    && Files.isSameFile(Path.of(command.get(option + 1)), cluster);
        }
    }
}
