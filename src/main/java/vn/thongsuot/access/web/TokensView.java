package vn.thongsuot.access.web;

import java.util.List;
import vn.thongsuot.access.Tokens;

/// **Trang mã truy cập.** The tokens still good, newest first.
public record TokensView(List<Tokens.TokenView> tokens) {

    public TokensView {
        tokens = List.copyOf(tokens);
    }
}
