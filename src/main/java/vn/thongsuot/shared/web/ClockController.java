package vn.thongsuot.shared.web;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.shared.BusinessClock;

/// The business clock for programs: `bin/clock` reads and moves it.
@RestController
@RequestMapping(path = "/api/clock", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
class ClockController {

    private final BusinessClock clock;

    ClockController(BusinessClock clock) {
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('CLOCK_VIEW')")
    ClockFace show() {
        return ClockFace.of(clock);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('CLOCK_MOVE')")
    ClockFace update(@RequestBody Move move) {
        LocalDateTime at = move.at();
        Double rate = move.rate();
        clock.move(at == null ? null : at.atZone(BusinessClock.ZONE).toInstant(), rate == null ? clock.rate() : rate);
        return ClockFace.of(clock);
    }

    /// @param at business time in the office's zone, `2025-07-01T08:00`; null leaves the time where it is
    /// @param rate business seconds per real second; null leaves it as it is
    record Move(@Nullable LocalDateTime at, @Nullable Double rate) {}

    /// @param at business time in the office's zone
    /// @param instant the same, as an instant
    /// @param demonstration whether the clock may be moved
    record ClockFace(LocalDateTime at, Instant instant, double rate, boolean demonstration) {

        static ClockFace of(BusinessClock clock) {
            Instant now = clock.instant();
            return new ClockFace(
                    LocalDateTime.ofInstant(now, BusinessClock.ZONE), now, clock.rate(), clock.demonstration());
        }
    }
}
