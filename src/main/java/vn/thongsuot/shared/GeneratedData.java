package vn.thongsuot.shared;

/// **Dữ liệu sinh thêm.** What a module can make up for a demonstration, as much as is asked for, to see how a province
/// of any size behaves. Made in bulk, in the tables of its module only: nobody is told of each piece, but each has its
/// entry in the log, which says that it was made up.
public interface GeneratedData {

    /// The pieces it makes, as they are asked for: `dossiers`.
    String kind();

    /// Makes `count` pieces, in transactions of their own: what is made stays when it is cut off. The same `seed` makes
    /// the same on the same day.
    void make(int count, long seed, DemonstrationPart.Progress progress);
}
