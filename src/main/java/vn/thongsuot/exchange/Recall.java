package vn.thongsuot.exchange;

/// **Lấy lại văn bản.** Where the question stands whether a receiver gives a document back (Decision 28/2018/QĐ-TTg
/// art. 8; codes 13, 15, 16). After a no it may be asked again.
public enum Recall {
    NONE,
    ASKED,
    AGREED,
    DECLINED;

    /// Whether it may be asked now.
    public boolean mayAsk() {
        return this == NONE || this == DECLINED;
    }

    /// Whether an answer is waited for.
    public boolean open() {
        return this == ASKED;
    }
}
