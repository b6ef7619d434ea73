package vn.thongsuot.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.access.Permissions;
import vn.thongsuot.access.WhoMay;

/// **Trang ai được làm gì.** What one person may do under each post, and why.
///
/// @param account the person's account, for administrators; null where there is none or it is not shown
public record RightsPage(
        String name,
        boolean own,
        boolean manages,
        @Nullable String account,
        List<WhoMay.Under> under,
        List<Permissions.Right> everyone) {

    public RightsPage {
        under = List.copyOf(under);
        everyone = List.copyOf(everyone);
    }
}
