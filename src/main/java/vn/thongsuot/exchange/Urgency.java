package vn.thongsuot.exchange;

/// **Mức độ khẩn.** How fast a document must go on: Decree 30/2020/NĐ-CP; the numbers are those of electronic packets.
public enum Urgency {
    NORMAL(0),
    URGENT(1),
    VERY_URGENT(2),
    EXPRESS(3);

    private final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }

    /// `Priority` of QCVN 102:2016/BTTTT.
    public int priority() {
        return priority;
    }
}
