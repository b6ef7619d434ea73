package vn.thongsuot.notification.web;

import vn.thongsuot.shared.SignedIn;

/// **Thông báo của chức vụ khác.** A notice that concerns another post of its reader than the one they act
/// under.
///
/// @param post own, or lent to the reader
/// @param link where the notice leads
public record NoticeSwitch(NoticeList.Line line, SignedIn.PostChoice post, String link) {}
