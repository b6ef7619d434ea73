package vn.thongsuot.access.web;

import java.util.List;
import java.util.Set;
import vn.thongsuot.access.Permissions;
import vn.thongsuot.access.Tokens;

/// **Trang mã truy cập.** The tokens still good, newest first.
public record TokensView(List<Line> tokens) {

    public TokensView {
        tokens = List.copyOf(tokens);
    }

    /// A token and what it may do; no rights: all the account may do.
    public record Line(Tokens.TokenView token, List<Permissions.Right> rights) {}

    static TokensView of(List<Tokens.TokenView> tokens, Permissions permissions) {
        return new TokensView(tokens.stream()
                .map(token -> {
                    Set<String> scope = token.permissions();
                    return new Line(token, scope == null ? List.of() : permissions.rights(scope));
                })
                .toList());
    }
}
