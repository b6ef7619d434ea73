package vn.thongsuot.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What the verifier looks for in the entries themselves: gaps in a thing's history, entries that came late,
/// losses the log reports of itself, an order that is not the sealer's.
final class EntryChecks {

    /// Far longer than any transaction runs and than nodes' clocks differ.
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Consumer<String> finding;
    private final Consumer<String> broken;
    private final Map<String, Versions> things = new HashMap<>();
    private Instant latest = Instant.MIN;
    private Instant latestBefore = Instant.MIN;
    private String idBefore = "";

    private static final class Versions {
        private long least = Long.MAX_VALUE;
        private long most;
        private long count;
        private long sum;
    }

    EntryChecks(Consumer<String> finding, Consumer<String> broken) {
        this.finding = finding;
        this.broken = broken;
    }

    void sealed(long leaf, String body) {
        try {
            Map<String, String> entry = FlatJson.read(body);
            String id = entry.getOrDefault("/id", "");
            if (id.compareTo(idBefore) <= 0) {
                broken.accept("leaf " + leaf + " stands before one with a smaller id in the same checkpoint: " + id);
            }
            idBefore = id;
            look("leaf " + leaf, entry);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            broken.accept("leaf " + leaf + " is no entry: " + malformed.getMessage());
        }
    }

    /// The leaves so far were sealed together; what follows came later.
    void checkpoint() {
        latestBefore = latest;
        idBefore = "";
    }

    void open(String body) {
        try {
            look("a waiting entry", FlatJson.read(body));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            finding.accept("a waiting row is no entry: it was altered before it was sealed");
        }
    }

    private void look(String place, Map<String, String> entry) {
        String id = entry.getOrDefault("/id", "?");
        Instant recorded = Instant.parse(entry.getOrDefault("/recorded", ""));
        if (!latestBefore.equals(Instant.MIN) && recorded.isBefore(latestBefore.minus(LATE))) {
            finding.accept(place + " came late: recorded " + recorded + ", after others of " + latestBefore
                    + " were sealed: " + id);
        }
        latest = recorded.isAfter(latest) ? recorded : latest;
        if ("audit.EntryLost".equals(entry.get("/event"))) {
            finding.accept(place + " reports that entry " + entry.get("/thing/id")
                    + " was altered or removed before it was sealed");
        }
        String version = entry.get("/version");
        if (version != null) {
            count(entry.get("/thing/kind") + "/" + entry.get("/thing/id"), Long.parseLong(version));
        }
    }

    private void count(String thing, long version) {
        Versions versions = things.computeIfAbsent(thing, _ -> new Versions());
        versions.least = Math.min(versions.least, version);
        versions.most = Math.max(versions.most, version);
        versions.count++;
        versions.sum += version;
    }

    /// The versions of a thing, from its first known one, are all there, each once.
    void conclude() {
        things.forEach((thing, versions) -> {
            long wanted = versions.most - versions.least + 1;
            if (versions.count != wanted || 2 * versions.sum != wanted * (versions.least + versions.most)) {
                finding.accept("the history of " + thing + " has " + versions.count + " entries for its versions "
                        + versions.least + " to " + versions.most);
            }
        });
    }
}
