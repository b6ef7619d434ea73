package vn.thongsuot.procedure;

/// **Cách thức nộp.** How a dossier is submitted: Decree 61/2018/NĐ-CP art. 16.
public enum Channel {
    DIRECT,
    ONLINE,
    POST
}
