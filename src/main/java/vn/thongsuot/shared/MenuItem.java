package vn.thongsuot.shared;

/// **Mục điều hướng.** One line of the sidebar. A module registers it as a bean; the shell shows it to those who
/// hold the permission. `title` is a message key, `icon` a name in `static/icons`.
public record MenuItem(Section section, int order, String href, String icon, String title, Permission permission) {

    /// The groups of the sidebar, in the order shown.
    public enum Section {
        START,
        WORK,
        SERVICE,
        ORGANIZATION,
        OVERSIGHT
    }
}
