package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;

/// **Trang cán bộ.** An officer and every post held, now, before and to come.
public record OfficerPage(AsOf asOf, OfficerView officer, List<Held> now, List<Held> others) {

    public OfficerPage {
        now = List.copyOf(now);
        others = List.copyOf(others);
    }

    /// A holding with what it is of.
    ///
    /// @param unit empty where the post belongs to none
    /// @param now whether it is held on the day looked at
    /// @param ahead whether it begins after that day
    /// @param end the form that ends it, where the reader may; null otherwise
    public record Held(
            HoldingView holding,
            PostView post,
            String unit,
            String agency,
            String href,
            boolean now,
            boolean ahead,
            @Nullable String end) {

        Held(HoldingView holding, PostView post, String unit, String agency, String href, boolean now, boolean ahead) {
            this(holding, post, unit, agency, href, now, ahead, null);
        }

        Held changeable(boolean may) {
            return new Held(
                    holding,
                    post,
                    unit,
                    agency,
                    href,
                    now,
                    ahead,
                    may ? "/organization/holdings/" + holding.id() + "/end" : null);
        }
    }
}
