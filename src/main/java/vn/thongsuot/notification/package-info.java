/// **Thông báo.** Tells officers what waits for them. A module that did something turns its own event into
/// notices, after the commit and at least once; the cause of a notice makes telling it twice harmless.
///
/// Face: {@link vn.thongsuot.notification.Notice} is what a module says, {@link
/// vn.thongsuot.notification.Notifications} takes it and shows it to its receiver and nobody else. A notice
/// holds codes and steps, never whose dossier it is: what its page shows, the page's own module decides
/// when the link is followed.
///
/// A notice is an echo of an event that is in the log already, and no state of the administration; that
/// somebody read one is a matter between the person and their bell, like the theme they chose. So nothing
/// here is an event, and nothing here decides anything: deleting every notice would lose no fact. Notices
/// that were read or settled long ago are removed ({@link
/// vn.thongsuot.notification.NotificationProperties}).
///
/// Tables: `notification.notice`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.thongsuot.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
