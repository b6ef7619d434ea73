package vn.thongsuot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// **Sao lưu.** `bin/backup`: the database and the files and keys beside it, in one file, while the application
/// runs. Without a server's address the embedded database in `data` is copied (started for it when nobody runs
/// it); with one, `pg_dump` writes it.
public final class Backup {

    static final String DATABASE = "database";
    static final String VERSION = "postgresql";
    static final String EMBEDDED = "embedded";
    static final String SERVER = "server";
    /// Where the data folder's own files stand in a backup, and the embedded cluster within them.
    static final String FILES = "data/";
    static final String CLUSTER = FILES + EmbeddedPostgres.CLUSTER + "/";
    static final String DUMPS = "server/";
    static final String DUMP = "database.dump";

    private Backup() {}

    /// Arguments: the file to write (or a folder, where a name with the time is made), and the data folder.
    public static void main(String[] arguments) {
        try {
            Path data = Path.of(arguments[1]);
            String url = System.getenv("THONGSUOT_DATABASE_URL");
            Path file = url == null || url.isBlank()
                    ? embedded(Path.of(arguments[0]), data)
                    : server(Path.of(arguments[0]), data, Server.ofEnvironment(url));
            System.out.println("Đã sao lưu / backed up: " + file + " (" + Files.size(file) / 1024 + " KiB)");
        } catch (IllegalStateException | IOException | SQLException | UncheckedIOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /// A server database and who may enter.
    record Server(String url, String user, String password) {

        static Server ofEnvironment(String url) {
            Map<String, String> environment = System.getenv();
            return new Server(
                    url,
                    environment.getOrDefault("THONGSUOT_DATABASE_USER", "thongsuot"),
                    environment.getOrDefault("THONGSUOT_DATABASE_PASSWORD", ""));
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        ServerTools tools(String version) {
            return new ServerTools(url, user, password, major(version));
        }
    }

    static Path embedded(Path target, Path data) throws IOException, SQLException {
        if (!Files.exists(data.resolve(EmbeddedPostgres.CLUSTER).resolve("PG_VERSION"))) {
            throw new IllegalStateException("Không có cơ sở dữ liệu ở " + data + ". There is no embedded database in "
                    + data + "; say --data DIR, or THONGSUOT_DATABASE_URL for a server.");
        }
        Optional<String> running = EmbeddedPostgres.runningIn(data, EmbeddedPostgres.DATABASE);
        if (running.isPresent()) {
            return copy(target, data, running.get());
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL)) {
            return copy(target, data, server.url(EmbeddedPostgres.DATABASE));
        }
    }

    private static Path copy(Path target, Path data, String url) throws IOException, SQLException {
        String password = DatabasePassword.of(data.toAbsolutePath().normalize());
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, password)) {
            Map<String, String> facts = facts(connection, EMBEDDED);
            Path file = name(target, facts);
            try (BackupFile.Writer backup = new BackupFile.Writer(file)) {
                new ClusterCopy(data.resolve(EmbeddedPostgres.CLUSTER), CLUSTER, backup).copy(connection);
                addFiles(data, backup);
                backup.finish(facts);
            }
            return file;
        }
    }

    static Path server(Path target, Path data, Server server) throws IOException, SQLException {
        Map<String, String> facts;
        try (Connection connection = server.connect()) {
            facts = facts(connection, SERVER);
        }
        Path file = name(target, facts);
        Path dump = Files.createTempFile(file.toAbsolutePath().getParent(), "database", ".dump");
        try (BackupFile.Writer backup = new BackupFile.Writer(file)) {
            server.tools(facts.getOrDefault(VERSION, "")).dump(dump);
            backup.add(DUMPS + DUMP, Files.newInputStream(dump));
            if (Files.isDirectory(data)) {
                addFiles(data, backup);
            }
            backup.finish(facts);
        } finally {
            Files.delete(dump);
        }
        return file;
    }

    /// Keys and files beside the database: after it, so that whatever the database names is there.
    private static void addFiles(Path data, BackupFile.Writer backup) throws IOException {
        try (Stream<Path> paths = Files.walk(data)) {
            List<Path> files = paths.filter(Files::isRegularFile)
                    .filter(file -> belongs(data.relativize(file)))
                    .sorted()
                    .toList();
            for (Path file : files) {
                backup.add(FILES + data.relativize(file), Files.newInputStream(file));
            }
        }
    }

    private static boolean belongs(Path file) {
        String top = file.getName(0).toString();
        return !top.equals(EmbeddedPostgres.CLUSTER)
                && !top.startsWith("postgres-")
                && !DataFolder.isLeftover(top)
                && !top.equals("postgres.log")
                && !top.equals("lock");
    }

    private static Map<String, String> facts(Connection connection, String kind) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'),
                               to_char(now() at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')
                        """)) {
            row.next();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("format", "1");
            facts.put("made", row.getString(2));
            facts.put(DATABASE, kind);
            facts.put(VERSION, row.getString(1));
            return facts;
        }
    }

    private static Path name(Path target, Map<String, String> facts) throws IOException {
        Path file = Files.isDirectory(target) ? target.resolve("thongsuot-" + facts.get("made") + ".zip") : target;
        if (Files.exists(file)) {
            throw new IllegalStateException("Đã có tệp / there is already a file: " + file);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return file;
    }

    /// The major number of `18.6` or `15.20 (Debian …)`.
    static int major(String version) {
        return Integer.parseInt(version.replaceAll("\\D.*", ""));
    }
}
