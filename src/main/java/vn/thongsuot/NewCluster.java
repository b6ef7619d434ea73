package vn.thongsuot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// **Tạo cụm PostgreSQL.** Makes a cluster under another name and calls it by its own when it is whole and on the
/// disk: `initdb` writes `PG_VERSION` first, so the cluster of a killed one looks like any other.
final class NewCluster {

    private static final Logger LOG = LoggerFactory.getLogger(NewCluster.class);

    private NewCluster() {}

    static void create(Path binaries, Path folder, Path cluster) throws IOException {
        if (!isFree(cluster)) {
            throw new DatabaseFailure(
                    cluster + " không trống và không phải cơ sở dữ liệu. It is not empty and holds no database.",
                    "Dời nó đi, hoặc chọn thư mục khác bằng --data. Move it away, or choose another folder with --data.",
                    null);
        }
        LOG.info("Creating the database in {}", cluster);
        Path draft = Files.createTempDirectory(folder, DataFolder.DRAFT);
        int code = Unprivileged.run(
                folder,
                List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "-D",
                        draft.toString(),
                        "-U",
                        EmbeddedPostgres.USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + folder.resolve(DatabasePassword.FILE),
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--data-checksums"));
        if (code != 0) {
            Path log = folder.resolve(EmbeddedPostgres.LOG_FILE);
            throw new DatabaseFailure(
                    "Không tạo được cơ sở dữ liệu ở " + cluster + ". The database could not be created in " + cluster
                            + " (initdb ended with " + code + ").",
                    "Xem lý do ở cuối tệp " + log + ". Its own words are at the end of " + log + ".",
                    null);
        }
        // initdb has made all that is in it durable; its name is left.
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        DataFolder.force(folder);
    }

    private static boolean isFree(Path cluster) throws IOException {
        if (!Files.exists(cluster)) {
            return true;
        }
        try (Stream<Path> content = Files.list(cluster)) {
            return content.findAny().isEmpty();
        }
    }
}
