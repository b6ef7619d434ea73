package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.Listing;

/// **Danh bạ cán bộ.** Officers who hold a post on a day, by given name, or best match first.
///
/// @param agency the agency they are looked for in; null for all
/// @param otherDays those who answer but hold no post on the day
public record OfficersView(
        AsOf asOf,
        String query,
        AgencyPage.@Nullable Link agency,
        Listing<OfficerRow> found,
        @Nullable String next,
        List<OfficerRow> otherDays) {

    public OfficersView {
        otherDays = List.copyOf(otherDays);
    }
}
