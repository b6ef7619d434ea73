package vn.thongsuot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// **Chép cụm PostgreSQL đang chạy.** Copies a running cluster the way PostgreSQL describes: between
/// `pg_backup_start` and `pg_backup_stop`, then the write-ahead log of that time. Work goes on meanwhile; the
/// copy is the database as it was at the end.
final class ClusterCopy {

    private static final Pattern FIRST_SEGMENT = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    /// Their content belongs to the running server; the folders themselves must exist in the copy.
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private final Path cluster;
    private final String prefix;
    private final BackupFile.Writer backup;

    ClusterCopy(Path cluster, String prefix, BackupFile.Writer backup) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.backup = backup;
    }

    void copy(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // Keeps the write-ahead log from being recycled for as long as this session lasts.
            statement.execute("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            statement.execute("select pg_backup_start('thongsuot', true)");
            Files.walkFileTree(cluster, new Copying());
            try (ResultSet stopped = statement.executeQuery(
                    "select labelfile, spcmapfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
                stopped.next();
                String label = stopped.getString(1);
                backup.add(prefix + "backup_label", label.getBytes(StandardCharsets.UTF_8));
                if (!stopped.getString(2).isEmpty()) {
                    throw new IllegalStateException(
                            "The cluster has tablespaces outside its folder, which this backup would not hold");
                }
                copyLog(firstSegment(label), stopped.getString(3));
            }
        }
    }

    private void copyLog(String first, String last) throws IOException {
        try (var segments = Files.list(cluster.resolve("pg_wal"))) {
            for (Path segment : segments.sorted().toList()) {
                String name = segment.getFileName().toString();
                boolean needed =
                        SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (needed || name.endsWith(".history")) {
                    backup.add(prefix + "pg_wal/" + name, Files.newInputStream(segment));
                }
            }
        }
    }

    private static String firstSegment(String label) {
        Matcher first = FIRST_SEGMENT.matcher(label);
        if (!first.find()) {
            throw new IllegalStateException("PostgreSQL's backup label does not say where it starts: " + label);
        }
        return first.group(1);
    }

    private final class Copying extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String path = path(folder);
            if (path.endsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            backup.folder(path.isEmpty() ? prefix.substring(0, prefix.length() - 1) : prefix + path);
            if (path.equals("pg_wal")) {
                backup.folder(prefix + "pg_wal/archive_status");
            }
            return EMPTY.contains(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                try {
                    backup.add(prefix + path(file), Files.newInputStream(file));
                } catch (NoSuchFileException dropped) {
                    return FileVisitResult.CONTINUE; // a table dropped meanwhile: the log says so too
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }

        private String path(Path file) {
            return cluster.relativize(file).toString();
        }
    }
}
