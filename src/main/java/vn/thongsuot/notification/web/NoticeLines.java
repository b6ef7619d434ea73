package vn.thongsuot.notification.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.notification.NoticeView;
import vn.thongsuot.notification.Notifications;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Words;

/// Puts notices into words, in the language of whoever reads them.
@Component
class NoticeLines {

    private static final String DETAIL = ".detail";

    private final Words words;
    private final Directory directory;

    NoticeLines(Words words, Directory directory) {
        this.words = words;
        this.directory = directory;
    }

    NoticeList.Line line(NoticeView notice, SignedIn reader, Locale locale) {
        Object[] arguments = notice.arguments().toArray();
        boolean known = words.has(notice.words());
        String detail = notice.words() + DETAIL;
        return new NoticeList.Line(
                notice.id(),
                // An older or newer version of the installation may have posted it.
                words.of(locale, known ? notice.words() : "notification.unknown", arguments),
                known && words.has(detail) ? words.of(locale, detail, arguments) : null,
                reader.posts().size() > 1 ? post(notice.post()) : null,
                notice.urgent(),
                notice.at(),
                notice.state());
    }

    /// `3`, `99+`; empty for none.
    static String count(int unread) {
        return unread == 0 ? "" : unread < Notifications.COUNTED ? String.valueOf(unread) : "99+";
    }

    private @Nullable String post(PostId id) {
        return directory
                .post(id)
                .map(post -> post.title() + " · "
                        + directory
                                .agency(post.agency())
                                .map(AgencyView::shortName)
                                .orElse(""))
                .orElse(null);
    }
}
