package vn.thongsuot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// **PostgreSQL nhúng.** A real PostgreSQL of our own under a data folder: password, checksums and fsync on,
/// loopback only. One process owns the folder (a lock says so); a server left behind by a killed process is
/// stopped and recovered at the next start.
///
/// Layout: `postgres/` the cluster, `postgres.password`, `postgres.log`, `lock`. Binaries are unpacked once into
/// `postgres-<version>/`; what is being made is called `postgres.new<number>`. What else lies in the folder (keys,
/// files) belongs to the modules.
public final class EmbeddedPostgres implements AutoCloseable {

    /// Whether a crash may lose committed work: only tests say `NONE`.
    public enum Durability {
        FULL,
        NONE
    }

    public static final String USER = "thongsuot";
    public static final String DATABASE = "thongsuot";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String CLUSTER = "postgres";
    static final String LOG_FILE = "postgres.log";
    private static final int STOP_SECONDS = 30;

    private final Path binaries;
    private final Path folder;
    private final Path cluster;
    private final FileChannel lock;
    private final String password;
    private final int port;

    private EmbeddedPostgres(Path binaries, Path folder, FileChannel lock, String password, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.cluster = folder.resolve(CLUSTER);
        this.lock = lock;
        this.password = password;
        this.port = port;
    }

    /// Starts the cluster in `data`, creating it first where there is none.
    /// Throws a {@link DatabaseFailure} with what to do when another process uses the folder or PostgreSQL
    /// does not start.
    public static EmbeddedPostgres start(Path data, Durability durability) {
        try {
            Path folder = Files.createDirectories(data.toAbsolutePath().normalize());
            FileChannel lock = lock(folder);
            try {
                return start(folder, lock, durability);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new DatabaseFailure(
                    "Không dùng được thư mục dữ liệu " + data + ". The data folder cannot be used: " + failed,
                    "Xem ổ đĩa còn chỗ và thư mục có ghi được không, hoặc chọn thư mục khác bằng --data. "
                            + "See that the disk has room and the folder can be written, or choose another with --data.",
                    failed);
        }
    }

    private static EmbeddedPostgres start(Path folder, FileChannel lock, Durability durability) throws IOException {
        DataFolder.deleteLeftovers(folder);
        Path binaries = PostgresBinaries.unpack(folder);
        Path cluster = folder.resolve(CLUSTER);
        String password;
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            password = DatabasePassword.of(folder);
        } else {
            password = DatabasePassword.make(folder);
            NewCluster.create(binaries, folder, cluster);
        }
        new Postmaster(cluster).stopOrphan(binaries, folder);
        EmbeddedPostgres server = new EmbeddedPostgres(binaries, folder, lock, password, freePort());
        try {
            server.launch(durability);
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
        return server;
    }

    /// The address of `database` in a cluster that another process runs in `data`; empty when none does.
    static Optional<String> runningIn(Path data, String database) throws IOException {
        Path folder = data.toAbsolutePath().normalize();
        Postmaster postmaster = new Postmaster(folder.resolve(CLUSTER));
        if (!postmaster.isNamed()) {
            return Optional.empty();
        }
        try {
            lock(folder).close();
            return Optional.empty();
        } catch (IllegalStateException running) {
            int port = postmaster
                    .port()
                    .orElseThrow(() -> new IllegalStateException(
                            "PostgreSQL in " + folder + " is only just starting; try again in a moment", running));
            return Optional.of(url(port, database));
        }
    }

    public String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            Unprivileged.run(
                    folder,
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D",
                            cluster.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            Integer.toString(STOP_SECONDS),
                            "stop"));
            lock.close();
        } catch (IOException failed) {
            LOG.error(
                    "The embedded PostgreSQL in {} could not be stopped; the next start will recover it",
                    cluster,
                    failed);
        }
    }

    private void launch(Durability durability) throws IOException {
        Path log = folder.resolve(LOG_FILE);
        List<String> options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                // A socket path over 107 bytes would fail; loopback with a password is enough.
                "-c unix_socket_directories=",
                "-c max_connections=120",
                "-c shared_buffers=256MB",
                "-c wal_compression=on",
                "-c max_wal_size=2GB",
                "-c random_page_cost=1.1",
                "-c jit=off"));
        if (durability == Durability.NONE) {
            options.addAll(List.of("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"));
        }
        int code = Unprivileged.run(
                folder,
                List.of(
                        binaries.resolve("bin/pg_ctl").toString(),
                        "-D",
                        cluster.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        "120",
                        "-o",
                        String.join(" ", options),
                        "start"));
        if (code != 0) {
            throw new DatabaseFailure(
                    "PostgreSQL không khởi động được ở " + folder + ". PostgreSQL did not start in " + folder
                            + " (pg_ctl ended with " + code + ").",
                    "Xem lý do ở cuối tệp " + log + ". Its own words are at the end of " + log + ".",
                    null);
        }
        createDatabase();
    }

    private void createDatabase() {
        try (var connection = java.sql.DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (java.sql.SQLException failed) {
            throw new DatabaseFailure(
                    "PostgreSQL đi kèm không cho chủ của nó vào. "
                            + "The embedded PostgreSQL answers, but not to its owner: " + failed.getMessage(),
                    "Chép lại tệp " + DatabasePassword.FILE + " của chính thư mục này. Put back the "
                            + DatabasePassword.FILE + " that belongs to " + folder + ".",
                    failed);
        }
    }

    @SuppressWarnings("resource") // held open for as long as the process owns the folder
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new DatabaseFailure(
                    "Một Thông Suốt khác đang chạy trên " + folder + ". Another Thông Suốt is running on " + folder
                            + ".",
                    "Dừng nó, hoặc chọn thư mục khác bằng --data, hoặc dùng chung cơ sở dữ liệu bằng THONGSUOT_DATABASE_URL. "
                            + "Stop it, or choose another folder with --data, or share one database with THONGSUOT_DATABASE_URL.",
                    null);
        }
        return channel;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
