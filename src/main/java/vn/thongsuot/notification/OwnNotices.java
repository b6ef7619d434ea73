package vn.thongsuot.notification;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Permission;
import vn.thongsuot.shared.PersonalTopic;

/// The bell: an open page hears that its reader has another number of unread notices, or a newer one.
@Component
class OwnNotices implements PersonalTopic {

    private final NoticeQueries queries;

    OwnNotices(NoticeQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return Notifications.TOPIC;
    }

    @Override
    public Permission permission() {
        return NotificationPermission.NOTICE_READ;
    }

    @Override
    public Map<OfficerId, String> marks(Collection<OfficerId> officers) {
        return queries.marks(officers, Notifications.COUNTED);
    }
}
