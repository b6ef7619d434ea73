package vn.thongsuot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// **Khôi phục.** `bin/restore`: puts a backup where there is nothing yet. Every byte is compared with the
/// manifest before the first is written; an embedded database is opened once, so that it is known to recover.
public final class Restoration {

    private Restoration() {}

    /// Arguments: the backup, the data folder, the server's address (or `-`), and `force` (or nothing).
    public static void main(String[] arguments) {
        try {
            String url = arguments[2];
            restore(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    url.equals("-") ? null : Backup.Server.ofEnvironment(url),
                    List.of(arguments).contains("force"));
            System.out.println("Đã khôi phục / restored: " + arguments[1]);
        } catch (IllegalStateException | IOException | SQLException | UncheckedIOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    static void restore(Path file, Path data, Backup.@Nullable Server server, boolean force)
            throws IOException, SQLException {
        Map<String, String> facts = BackupFile.check(file);
        boolean embedded = Backup.EMBEDDED.equals(facts.get(Backup.DATABASE));
        if (embedded && server != null) {
            throw new IllegalStateException("This backup holds an embedded database (PostgreSQL "
                    + facts.get(Backup.VERSION) + "): restore it with --data DIR");
        }
        if (!embedded && server == null) {
            throw new IllegalStateException(
                    "This backup holds a server's database: say --to DATABASE_URL of an empty one");
        }
        if (embedded
                && Backup.major(facts.getOrDefault(Backup.VERSION, "0")) != Backup.major(PostgresBinaries.VERSION)) {
            throw new IllegalStateException("This backup was made by PostgreSQL " + facts.get(Backup.VERSION)
                    + ", this Thông Suốt brings " + PostgresBinaries.VERSION
                    + ": restore it with the release that made it");
        }
        Path folder = data.toAbsolutePath().normalize();
        checkFree(folder, force);
        Path restoring = folder.resolveSibling(folder.getFileName() + ".restoring");
        DataFolder.delete(restoring);
        Files.createDirectories(restoring);
        BackupFile.extract(file, Backup.FILES, restoring);
        if (server == null) {
            // Recovers it, and proves that it can be opened.
            EmbeddedPostgres.start(restoring, EmbeddedPostgres.Durability.FULL).close();
        } else {
            load(file, server);
        }
        replace(folder, restoring);
    }

    private static void load(Path file, Backup.Server server) throws IOException, SQLException {
        String version;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'),
                               (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema')
                        """)) {
            row.next();
            version = row.getString(1);
            if (row.getLong(2) > 0) {
                throw new IllegalStateException(
                        "The database at " + server.url() + " is not empty: create an empty one and restore there");
            }
        }
        Path dumps = Files.createTempDirectory("thongsuot-restore");
        try {
            BackupFile.extract(file, Backup.DUMPS, dumps);
            server.tools(version).restore(dumps.resolve(Backup.DUMP));
        } finally {
            DataFolder.delete(dumps);
        }
    }

    private static void checkFree(Path folder, boolean force) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (EmbeddedPostgres.runningIn(folder, EmbeddedPostgres.DATABASE).isPresent()) {
            throw new IllegalStateException(
                    "Thông Suốt đang chạy trên " + folder + ". It is running on this folder: stop it.");
        }
        if (isEmpty(folder)) {
            return;
        }
        Path kept = kept(folder);
        if (!force) {
            throw new IllegalStateException("Thư mục không trống: " + folder
                    + ". The folder is not empty; with --force its content is kept beside it as " + kept);
        }
        if (Files.exists(kept)) {
            throw new IllegalStateException(
                    "What an earlier --force replaced is still in " + kept + ": look whether it can go, and remove it");
        }
    }

    private static Path kept(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".replaced");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void replace(Path folder, Path restored) throws IOException {
        if (Files.exists(folder)) {
            if (isEmpty(folder)) {
                Files.delete(folder);
            } else {
                Files.move(folder, kept(folder));
            }
        }
        Files.move(restored, folder);
    }
}
