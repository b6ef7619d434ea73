package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;

/// The stream an open page hears: one event per announced topic, never its content.
@Controller
@PreAuthorize("denyAll()")
class LiveController {

    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('LIVE_HEAR')")
    SseEmitter show(@RequestParam List<String> topics, SignedIn person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OfficerId officer = person.actor() instanceof Actor.Officer acting ? acting.officer() : null;
        return live.listen(live.audible(topics, person.permissions()), officer);
    }
}
