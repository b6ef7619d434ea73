package vn.thongsuot.shared;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Loads the demonstration's parts at the first start and says `UP` only when all are there; in production there
/// is nothing to load. Several nodes may start at once: one loads, the others wait.
@Component("province")
class DemonstrationLoading implements ApplicationRunner, HealthIndicator {

    private static final String LEASE = "demonstration";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final JdbcClient jdbc;
    private final Leases leases;
    private final List<DemonstrationPart> parts;
    private final Words words;
    private final boolean demonstration;
    private volatile boolean loaded;

    DemonstrationLoading(
            JdbcClient jdbc, Leases leases, List<DemonstrationPart> parts, Words words, SharedProperties properties) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DemonstrationPart::order))
                .toList();
        this.words = words;
        this.demonstration = properties.demonstration();
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (demonstration) {
            while (!allLoaded()) {
                if (leases.hold(LEASE, LEASE_LENGTH)) {
                    loadMissing();
                } else {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                }
            }
        }
        loaded = true;
    }

    @Override
    public Health health() {
        return loaded ? Health.up().build() : Health.outOfService().build();
    }

    private void loadMissing() {
        List<String> there = loadedParts();
        parts.stream().filter(part -> !there.contains(part.name())).forEach(this::load);
        leases.release(LEASE);
    }

    private void load(DemonstrationPart part) {
        String title = words.of(Words.VIETNAMESE, part.title());
        part.load((done, total) -> {
            leases.hold(LEASE, LEASE_LENGTH);
            System.out.printf(Words.VIETNAMESE, "\r  %-60s %,d / %,d ", title, done, total);
        });
        jdbc.sql("insert into shared.demonstration_part (name) values (:name) on conflict do nothing")
                .param("name", part.name())
                .update();
        System.out.printf("\r  %-60s ✓%n", title);
    }

    private boolean allLoaded() {
        return loadedParts()
                .containsAll(parts.stream().map(DemonstrationPart::name).toList());
    }

    private List<String> loadedParts() {
        return jdbc.sql("select name from shared.demonstration_part")
                .query((row, _) -> row.getString("name"))
                .list();
    }
}
