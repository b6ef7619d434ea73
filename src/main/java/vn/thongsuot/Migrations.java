package vn.thongsuot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings the tables of each module to their newest version: the folder `db/migration/<module>`, with a history of
/// its own, in the order of the ladder (a module's tables may refer to those above it).
///
/// Modulith would find out that order by itself, by reading every class of the application at each start, which took
/// longer than all the rest of it; so it is written down here, and a test compares it with the folders and the ladder.
/// For the same reason a database that was brought up to date with exactly these files is not examined again.
@Component
class Migrations implements FlywayMigrationStrategy {

    static final List<String> FOLDERS = List.of(
            "__root",
            "shared",
            "audit",
            "calendar",
            "organization",
            "access",
            "files",
            "notification",
            "signing",
            "exchange",
            "incoming",
            "outgoing",
            "procedure",
            "dossier",
            "scoring");

    @Override
    public void migrate(Flyway flyway) {
        JdbcClient jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
        String fingerprint = fingerprint();
        if (done(jdbc).filter(fingerprint::equals).isPresent()) {
            return;
        }
        for (String folder : FOLDERS) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + folder)
                    .table(history(folder))
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
        }
        jdbc.sql("""
                        insert into migrated (fingerprint) values (?)
                        on conflict (one) do update set fingerprint = excluded.fingerprint
                        """).param(fingerprint).update();
    }

    /// The table that remembers which versions of `folder` were applied.
    static String history(String folder) {
        return folder.equals("__root") ? "flyway_schema_history" : "flyway_schema_history_" + folder;
    }

    private static Optional<String> done(JdbcClient jdbc) {
        boolean known = jdbc.sql("select to_regclass('migrated') is not null")
                .query(Boolean.class)
                .single();
        return known
                ? jdbc.sql("select fingerprint from migrated")
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    /// SHA-256 over the names and contents of all migrations.
    private static String fingerprint() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/*.sql");
            Arrays.sort(files, Comparator.comparing(Migrations::place));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestOutputStream all = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (Resource file : files) {
                    all.write(place(file).getBytes(StandardCharsets.UTF_8));
                    try (InputStream content = file.getInputStream()) {
                        content.transferTo(all);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// `access/V1__access.sql`, wherever the application lies.
    private static String place(Resource file) {
        try {
            String path = file.getURL().getPath();
            return path.substring(path.lastIndexOf("db/migration/"));
        } catch (IOException nowhere) {
            throw new UncheckedIOException(nowhere);
        }
    }
}
