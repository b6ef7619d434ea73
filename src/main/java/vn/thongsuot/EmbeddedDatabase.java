package vn.thongsuot;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// **Chọn cơ sở dữ liệu.** Points Spring at the server named by `THONGSUOT_DATABASE_URL` (with
/// `THONGSUOT_DATABASE_USER` and
/// `THONGSUOT_DATABASE_PASSWORD`); without one, starts a PostgreSQL of our own under `thongsuot.data` (default
/// `./data`).
final class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        String url = environment.getProperty("thongsuot.database.url");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "database",
                        url == null || url.isBlank()
                                ? embedded(environment)
                                : Map.of(
                                        "spring.datasource.url", url,
                                        "spring.datasource.username",
                                                environment.getProperty("thongsuot.database.user", "thongsuot"),
                                        "spring.datasource.password",
                                                environment.getProperty("thongsuot.database.password", ""))));
    }

    private static Map<String, Object> embedded(ConfigurableEnvironment environment) {
        Path data = Path.of(environment.getProperty("thongsuot.data", "data"));
        EmbeddedPostgres server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL);
        // After Spring's own shutdown, not beside it: beans still write while they close.
        SpringApplication.getShutdownHandlers().add(server::close);
        return Map.of(
                "spring.datasource.url", server.url(EmbeddedPostgres.DATABASE),
                "spring.datasource.username", EmbeddedPostgres.USER,
                "spring.datasource.password", server.password());
    }
}
