package vn.thongsuot.notification.web;

import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.shared.SignedIn;

/// What the bell of every page fetches: the number on it, and what its panel shows.
@Controller
@RequestMapping("/notices")
@PreAuthorize("denyAll()")
class BellController {

    private static final int LATEST = 7;

    private final Notifications notifications;
    private final NoticeLines lines;

    BellController(Notifications notifications, NoticeLines lines) {
        this.notifications = notifications;
        this.lines = lines;
    }

    @GetMapping("/count")
    @PreAuthorize("hasAuthority('NOTICE_READ')")
    ModelAndView count(SignedIn reader, Locale locale) {
        return new ModelAndView("notification/count", "view", latest(reader, 1, true, locale));
    }

    @GetMapping("/latest")
    @PreAuthorize("hasAuthority('NOTICE_READ')")
    ModelAndView latest(SignedIn reader, Locale locale) {
        return new ModelAndView("notification/latest", "view", latest(reader, LATEST, false, locale));
    }

    private NoticeList latest(SignedIn reader, int most, boolean unreadOnly, Locale locale) {
        return new NoticeList(
                notifications.list(reader.actor(), unreadOnly, null, most).items().stream()
                        .map(notice -> lines.line(notice, reader, locale))
                        .toList(),
                NoticeLines.count(notifications.unread(reader.actor())),
                unreadOnly,
                true,
                null);
    }
}
