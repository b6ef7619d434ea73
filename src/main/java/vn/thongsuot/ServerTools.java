package vn.thongsuot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// **Công cụ của máy chủ PostgreSQL.** Runs `pg_dump` and `pg_restore` of a version that fits the server. The
/// password goes by the environment, never by the command line.
final class ServerTools {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final String url;
    private final String user;
    private final String password;
    private final int serverMajor;

    ServerTools(String url, String user, String password, int serverMajor) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.serverMajor = serverMajor;
    }

    void dump(Path into) throws IOException {
        run("pg_dump", List.of("--format=custom", "--no-owner", "--no-privileges", "--file=" + into));
    }

    void restore(Path from) throws IOException {
        run(
                "pg_restore",
                List.of(
                        "--no-owner",
                        "--no-privileges",
                        "--exit-on-error",
                        "--single-transaction",
                        "--dbname=" + address().getProperty(PGProperty.PG_DBNAME.getName()),
                        from.toString()));
    }

    private void run(String program, List<String> arguments) throws IOException {
        Path found = find(program)
                .orElseThrow(() -> new IllegalStateException("Cần " + program + " của PostgreSQL " + serverMajor + ". "
                        + program + " of PostgreSQL " + serverMajor
                        + " (or newer) is needed for this server; on Debian: apt-get install postgresql-client-"
                        + serverMajor));
        List<String> command = new ArrayList<>(List.of(found.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Properties address = address();
        builder.environment().put("PGHOST", address.getProperty(PGProperty.PG_HOST.getName()));
        builder.environment().put("PGPORT", address.getProperty(PGProperty.PG_PORT.getName()));
        builder.environment().put("PGDATABASE", address.getProperty(PGProperty.PG_DBNAME.getName()));
        builder.environment().put("PGUSER", user);
        builder.environment().put("PGPASSWORD", password);
        Optional.ofNullable(address.getProperty(PGProperty.SSL_MODE.getName()))
                .ifPresent(mode -> builder.environment().put("PGSSLMODE", mode));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(program + " ended with " + code + "; its own words are above");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, stopped);
        }
    }

    private Properties address() {
        Properties address = Driver.parseURL(url, new Properties());
        if (address == null) {
            throw new IllegalStateException("Not an address of PostgreSQL: " + url);
        }
        return address;
    }

    /// The program of the server's own version, else of the next newer one there is: an older one refuses.
    private Optional<Path> find(String program) throws IOException {
        List<Path> candidates = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin").resolve(program)).forEach(candidates::add);
            }
        }
        for (String folder : String.valueOf(System.getenv("PATH")).split(":")) {
            candidates.add(Path.of(folder, program));
        }
        record Found(Path path, int major) {}
        List<Found> found = new ArrayList<>();
        for (Path candidate : candidates) {
            if (Files.isExecutable(candidate)) {
                found.add(new Found(candidate, major(candidate)));
            }
        }
        return found.stream()
                .filter(tool -> tool.major() >= serverMajor)
                .min(Comparator.comparingInt(Found::major))
                .map(Found::path);
    }

    private static int major(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said);
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }
}
