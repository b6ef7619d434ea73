package vn.thongsuot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/// Gives every Spring test context a fresh database of one real PostgreSQL per JVM. Registered in
/// `META-INF/spring.factories`, so that no test has to ask.
public final class TestDatabases implements ContextCustomizerFactory {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String EMPTY = "template1";
    private static final String PROVINCE = "province";
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable Path data;
    private static boolean loaded;

    /// A fresh, empty database.
    public static Address create() {
        return createFrom(EMPTY);
    }

    /// A fresh database with the demonstration province in it, every entry of its log sealed; for nodes that keep
    /// their files in {@link #data()}. Loading it takes seconds, so it is loaded once and then copied.
    public static synchronized Address province() {
        if (!loaded) {
            execute("create database " + PROVINCE);
            try (Node node = Node.start(address(PROVINCE), "--thongsuot.demonstration=true")) {
                node.sealed();
            }
            loaded = true;
        }
        return createFrom(PROVINCE);
    }

    private static synchronized Address createFrom(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + template);
        return address(name);
    }

    private static void execute(String sql) {
        EmbeddedPostgres running = server();
        try (var connection = DriverManager.getConnection(
                        running.url("postgres"), EmbeddedPostgres.USER, running.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Address address(String database) {
        EmbeddedPostgres running = server();
        return new Address(running.url(database), EmbeddedPostgres.USER, running.password());
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            running = startServer();
            server = running;
        }
        return running;
    }

    /// The data folder of this JVM's tests: keys and files; deleted at the end.
    public static synchronized Path data() {
        Path folder = data;
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("thongsuot-test-data");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Path made = folder;
            SpringApplication.getShutdownHandlers().add(() -> delete(made));
            data = folder;
        }
        return folder;
    }

    private static EmbeddedPostgres startServer() {
        try {
            Path folder = Files.createTempDirectory("thongsuot-test");
            EmbeddedPostgres started = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.NONE);
            // After Spring's contexts, which still write while they close.
            SpringApplication.getShutdownHandlers().add(() -> {
                started.close();
                delete(folder);
            });
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new FreshDatabase();
    }

    /// Where a database is and who may enter.
    public record Address(String url, String user, String password) {

        public Map<String, Object> properties() {
            return Map.of(
                    "spring.datasource.url", url,
                    "spring.datasource.username", user,
                    "spring.datasource.password", password,
                    "spring.datasource.hikari.maximum-pool-size", "8");
        }
    }

    /// Equal to its like, so that Spring's context cache still shares contexts (and with them their database).
    private record FreshDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (!context.getEnvironment().containsProperty("thongsuot.demonstration")) {
                // Loading a province takes seconds; a test that wants one asks for it.
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("no-province", Map.of("thongsuot.demonstration", "false")));
            }
            if (!context.getEnvironment().containsProperty("thongsuot.data")) {
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test-data", Map.of("thongsuot.data", data().toString())));
            }
            if (!context.getEnvironment().containsProperty("spring.datasource.url")) {
                boolean demonstration =
                        context.getEnvironment().getProperty("thongsuot.demonstration", Boolean.class, false);
                Address database = demonstration ? province() : create();
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test-database", database.properties()));
            }
        }
    }
}
