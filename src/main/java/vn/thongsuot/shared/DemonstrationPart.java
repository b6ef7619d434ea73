package vn.thongsuot.shared;

/// **Phần dữ liệu minh họa.** What a module brings to the demonstration province. Parts are loaded in order at
/// the first start of a demonstration, by one node; the province is healthy only when all are loaded. Each part
/// is one transaction, or can go on where it stopped.
public interface DemonstrationPart {

    /// Small first: organization 10, access 20, …
    int order();

    /// `<module>.<what>`, remembered in the database once loaded.
    String name();

    /// Message key of what is being loaded, for the progress line.
    String title();

    void load(Progress progress);

    /// Tells the person waiting how far it is: `done` of `total` pieces.
    interface Progress {

        void at(long done, long total);
    }
}
