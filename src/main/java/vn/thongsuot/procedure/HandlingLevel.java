package vn.thongsuot.procedure;

/// **Cấp thực hiện.** At which level of the administration a procedure is handled.
public enum HandlingLevel {
    MINISTRY,
    PROVINCE,
    COMMUNE,
    OTHER
}
