package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// An older database becomes today's by migrations alone, and keeps what is in it.
@SpringBootTest
class UpgradeTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Autowired
    FlywayMigrationStrategy migration;

    @Test
    @Proves("H1.9")
    void aDatabaseAtEachModulesFirstMigrationBecomesTodays() throws IOException {
        DriverManagerDataSource old = database();
        firstMigrations(old);
        JdbcClient jdbc = JdbcClient.create(old);
        jdbc.sql("""
                        insert into access.account (id, version, name) values (gen_random_uuid(), 1, 'tu.ban.cu')
                        """).update();
        List<String> before = shape(jdbc);
        migration.migrate(flyway(old));

        DriverManagerDataSource fresh = database();
        migration.migrate(flyway(fresh));
        assertThat(shape(jdbc)).isEqualTo(shape(JdbcClient.create(fresh)));
        assertThat(shape(jdbc)).as("there was something to upgrade").isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from access.account where name = 'tu.ban.cu'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        migration.migrate(flyway(old));
        assertThat(jdbc.sql("select count(*) from access.account")
                        .query(Long.class)
                        .single())
                .as("a second upgrade does nothing")
                .isEqualTo(1);
    }

    @Test
    @Proves("H1.9")
    void theUpgradedDatabaseRunsTheApplication() throws IOException {
        TestDatabases.Address address = TestDatabases.create();
        firstMigrations(new DriverManagerDataSource(address.url(), address.user(), address.password()));
        try (Node node = Node.start(address, "--spring.profiles.active=production");
                Web web = new Web(node.port())) {
            assertThat(web.get("/actuator/health", "application/json").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Proves({"H1.5", "H1.9"})
    void aDatabaseOfTheSameMigrationsIsNotExaminedAgain() {
        DriverManagerDataSource database = database();
        JdbcClient jdbc = JdbcClient.create(database);
        migration.migrate(flyway(database));
        String today = fingerprint(jdbc);

        jdbc.sql("update migrated set fingerprint = 'of an older version'").update();
        migration.migrate(flyway(database));
        assertThat(fingerprint(jdbc)).isEqualTo(today);

        jdbc.sql("delete from flyway_schema_history_access").update();
        migration.migrate(flyway(database));
        assertThat(jdbc.sql("select count(*) from flyway_schema_history_access")
                        .query(Long.class)
                        .single())
                .as("Flyway would have written its history anew, or failed at the tables that are there")
                .isZero();
    }

    private static String fingerprint(JdbcClient jdbc) {
        return jdbc.sql("select fingerprint from migrated").query(String.class).single();
    }

    @Test
    @Proves({"H1.2", "H1.9"})
    void everyFolderOfMigrationsIsRunInTheOrderOfTheLadder() throws IOException {
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            assertThat(Migrations.FOLDERS)
                    .containsExactlyElementsOf(folders.map(Path::getFileName)
                            .map(Path::toString)
                            .sorted(Comparator.comparingInt(ModularityTests.LADDER::indexOf))
                            .toList());
        }
    }

    /// Brings each module, and the ground they share, to the first version it ever had.
    private void firstMigrations(DriverManagerDataSource database) throws IOException {
        try (Stream<Path> modules = Files.list(MIGRATIONS)) {
            for (Path module : modules.sorted().toList()) {
                String name = module.getFileName().toString();
                Flyway.configure()
                        .dataSource(database)
                        .locations("classpath:db/migration/" + name)
                        .table(Migrations.history(name))
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .target(first(module))
                        .load()
                        .migrate();
            }
        }
    }

    private static MigrationVersion first(Path module) throws IOException {
        try (Stream<Path> files = Files.list(module)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*\\.sql"))
                    .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Flyway flyway(DriverManagerDataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }

    /// Every column, constraint and index, by its definition.
    private static List<String> shape(JdbcClient jdbc) {
        return jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                               || ' ' || coalesce(column_default, '')
                          from information_schema.columns
                         where table_schema not in ('pg_catalog', 'information_schema') and table_name not like 'flyway%'
                        union all
                        select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
                         where conrelid <> 0 and conrelid::regclass::text not like '%flyway%'
                           and connamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                        union all
                        select indexdef from pg_indexes
                         where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'flyway%'
                         order by 1
                        """).query(String.class).list();
    }

    private static DriverManagerDataSource database() {
        TestDatabases.Address address = TestDatabases.create();
        return new DriverManagerDataSource(address.url(), address.user(), address.password());
    }
}
