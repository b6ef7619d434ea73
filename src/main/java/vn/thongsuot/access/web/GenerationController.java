package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.shared.GeneratedData;
import vn.thongsuot.shared.Leases;
import vn.thongsuot.shared.SharedProblem;

/// Makes up data for the demonstration (`bin/generate`): for programs on this machine only, one order at a time on all
/// nodes. In production this controller does not exist.
@RestController
@RequestMapping(path = "/api/demonstration/generation", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@ConditionalOnProperty(name = "thongsuot.demonstration", havingValue = "true", matchIfMissing = true)
class GenerationController {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationController.class);
    private static final String LEASE = "generation";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(2);
    private static final int MOST = 10_000_000;

    private final Map<String, GeneratedData> kinds;
    private final Leases leases;
    private volatile Progress progress = new Progress(List.of(), false, null);

    GenerationController(List<GeneratedData> kinds, Leases leases) {
        this.kinds = kinds.stream().collect(Collectors.toMap(GeneratedData::kind, Function.identity()));
        this.leases = leases;
    }

    /// How far the order is that was given to this node last.
    @GetMapping
    @PreAuthorize("permitAll()")
    Progress show(HttpServletRequest request) {
        ThisMachine.need(request);
        return progress;
    }

    /// Begins to make what is ordered, and answers at once. Refuses while another order is under way.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.OK)
    Progress create(@RequestBody Order order, HttpServletRequest request) {
        ThisMachine.need(request);
        List<Part> parts = new ArrayList<>();
        order.each().forEach((kind, count) -> {
            if (count < 0 || count > MOST) {
                throw SharedProblem.FIELD_INVALID.because(kind);
            }
            if (count > 0) {
                parts.add(new Part(kind, 0, count));
            }
        });
        begin(parts, order.seed());
        return progress;
    }

    private synchronized void begin(List<Part> parts, long seed) {
        if (progress.running() || !leases.hold(LEASE, LEASE_LENGTH)) {
            throw AccessProblem.GENERATION_UNDER_WAY.because();
        }
        progress = new Progress(parts, true, null);
        Thread.ofVirtual().name("generation").start(() -> run(parts, seed));
    }

    private void run(List<Part> parts, long seed) {
        try {
            for (Part part : parts) {
                GeneratedData data = kinds.get(part.kind());
                if (data == null) {
                    throw new IllegalStateException("Nothing makes " + part.kind());
                }
                data.make((int) part.total(), seed, (done, total) -> {
                    leases.hold(LEASE, LEASE_LENGTH);
                    progress = progress.at(part.kind(), done);
                });
            }
            progress = new Progress(progress.parts(), false, null);
        } catch (RuntimeException failed) {
            LOG.error("Data could not be made up to the end", failed);
            progress = new Progress(progress.parts(), false, failed.toString());
        } finally {
            leases.release(LEASE);
        }
    }

    /// What is to be made. The same `seed` makes the same on the same day.
    record Order(int documents, int dossiers, long seed) {

        Map<String, Integer> each() {
            return Map.of("documents", documents, "dossiers", dossiers);
        }
    }

    /// @param failure why it ended early; null when it did not
    record Progress(
            List<Part> parts, boolean running, @Nullable String failure) {

        Progress at(String kind, long done) {
            return new Progress(
                    parts.stream()
                            .map(part -> part.kind().equals(kind) ? new Part(kind, done, part.total()) : part)
                            .toList(),
                    running,
                    failure);
        }
    }

    /// @param kind `documents` or `dossiers`
    record Part(String kind, long done, long total) {}
}
