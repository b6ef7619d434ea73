package vn.thongsuot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.thongsuot.EmbeddedPostgres;

/// The PostgreSQL that everything is measured on: the application's own, full durability, in a folder thrown away
/// afterwards. Whoever is measured enters as `bench`, who owns the databases and nothing else.
final class BenchServer implements AutoCloseable {

    private static final String ROLE = "bench";
    private static final String PASSWORD = "bench";

    private final Path folder;
    private final EmbeddedPostgres server;

    BenchServer() throws IOException, SQLException {
        folder = Files.createTempDirectory("thongsuot-bench");
        server = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.FULL);
        execute("create role " + ROLE + " login password '" + PASSWORD + "' nosuperuser nocreatedb nocreaterole");
    }

    Path folder() {
        return folder;
    }

    String url(String database) {
        return server.url(database);
    }

    void create(String database) throws SQLException {
        execute("create database " + database + " owner " + ROLE);
    }

    /// Nothing left to write from the run before, so that all start alike.
    void settle() throws SQLException {
        execute("checkpoint");
    }

    String setting(String name) throws SQLException {
        return ask("show " + name);
    }

    double logBytes() throws SQLException {
        return Double.parseDouble(ask("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"));
    }

    /// Measures as programs of their own name the server.
    Map<String, String> environment() {
        return Map.of("PGHOST", "127.0.0.1", "PGPORT", "" + server.port(), "PGUSER", ROLE, "PGPASSWORD", PASSWORD);
    }

    /// How the application names `database`.
    List<String> options(String database) {
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + url(database),
                "--spring.datasource.username=" + ROLE,
                "--spring.datasource.password=" + PASSWORD,
                "--thongsuot.data=" + folder.resolve("files")));
    }

    private void execute(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.USER, server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.USER, server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
