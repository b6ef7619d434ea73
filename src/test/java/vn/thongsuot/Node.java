package vn.thongsuot;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.shared.RecurringJob;

/// The whole application started as `main` starts it, in this process, on a test database and a free port: for
/// tests about starting, stopping and running several.
public final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Node start(TestDatabases.Address database, String... options) {
        return start(database, List.of(), options);
    }

    /// The same, with more beans than the application has.
    public static Node start(TestDatabases.Address database, List<Class<?>> more, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--server.port=0");
        if (arguments.stream().noneMatch(option -> option.startsWith("--thongsuot.data="))) {
            arguments.add("--thongsuot.data=" + TestDatabases.data());
        }
        database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Node(new SpringApplicationBuilder(Application.class)
                .sources(more.toArray(Class<?>[]::new))
                .run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /// Waits until every entry of the log is under a signed checkpoint, and has the sealer make it now instead of at
    /// its next turn.
    public void sealed() {
        beans(RecurringJob.class).stream()
                .filter(job -> job.name().equals("audit.sealer"))
                .forEach(RecurringJob::run);
        JdbcClient jdbc = bean(JdbcClient.class);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> jdbc.sql("select not exists (select from audit.waiting)")
                        .query(Boolean.class)
                        .single());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        context.close();
    }
}
