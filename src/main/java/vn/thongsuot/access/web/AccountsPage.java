package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Trang các tài khoản.**
///
/// @param next the cursor of the next page; null at the end
public record AccountsPage(
        String query, List<Line> accounts, @Nullable String next, boolean first) {

    public AccountsPage {
        accounts = List.copyOf(accounts);
    }

    /// One account with whose it is.
    public record Line(String id, String name, String person, String posts, boolean suspended, boolean hasPassword) {}
}
