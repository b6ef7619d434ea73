package vn.thongsuot.shared;

/// **Đối tượng.** The thing an event happened to, a panel shows or a link opens: its kind (`agency`,
/// `delegation`) and its id.
public record Thing(String kind, String id) {

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
