package vn.thongsuot.notification.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.notification.NoticeId;
import vn.thongsuot.notification.NoticeView;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Typed;

/// One's own notices.
@Controller
@RequestMapping("/notices")
@PreAuthorize("denyAll()")
class NoticesController {

    private static final int PER_PART = 25;
    private static final String UNREAD = "unread";

    private final Notifications notifications;
    private final NoticeLines lines;

    NoticesController(Notifications notifications, NoticeLines lines) {
        this.notifications = notifications;
        this.lines = lines;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('NOTICE_READ')")
    ModelAndView index(Typed typed, SignedIn reader, Locale locale) {
        boolean unreadOnly = typed.text("show").equals(UNREAD);
        String after = typed.orNull("after");
        Page<NoticeView> part = notifications.list(reader.actor(), unreadOnly, after, PER_PART);
        return new ModelAndView(
                "notification/list",
                "view",
                new NoticeList(
                        part.items().stream()
                                .map(notice -> lines.line(notice, reader, locale))
                                .toList(),
                        NoticeLines.count(notifications.unread(reader.actor())),
                        unreadOnly,
                        after == null,
                        part.next() == null
                                ? null
                                : "/notices?" + (unreadOnly ? "show=unread&" : "") + "after=" + part.next()));
    }

    /// Reads it and goes on to where it leads, which asks for itself whether the reader may. A plain link,
    /// so that it opens in another tab and without a script; following it twice changes nothing.
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('NOTICE_READ')")
    ModelAndView show(@PathVariable UUID id, SignedIn reader, Locale locale) {
        NoticeView notice = notifications.find(new NoticeId(id), reader.actor());
        SignedIn.PostChoice other = other(notice, reader);
        if (other != null) {
            return new ModelAndView(
                    "notification/switch",
                    "view",
                    new NoticeSwitch(lines.line(notice, reader, locale), other, notice.link()));
        }
        notifications.read(notice.id(), reader.actor());
        return new ModelAndView("redirect:" + notice.link());
    }

    /// The post it concerns, where the reader holds it but acts under another: what it leads to would be
    /// refused.
    private static SignedIn.@Nullable PostChoice other(NoticeView notice, SignedIn reader) {
        List<SignedIn.PostChoice> concerned = reader.posts().stream()
                .filter(choice -> choice.id().equals(notice.post()))
                .toList();
        return concerned.isEmpty() || concerned.stream().anyMatch(SignedIn.PostChoice::acting)
                ? null
                : concerned.getFirst();
    }

    @PostMapping("/reading")
    @PreAuthorize("hasAuthority('NOTICE_READ')")
    ModelAndView read(Typed typed, SignedIn reader) {
        UUID last = typed.id("last");
        if (last != null) {
            notifications.readUpTo(new NoticeId(last), reader.actor());
        }
        return new ModelAndView("redirect:/notices");
    }
}
