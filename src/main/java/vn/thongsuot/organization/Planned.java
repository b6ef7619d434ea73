package vn.thongsuot.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agency to be founded: `numbers` are its places at levels 2, 3 and 4 below the province, as in its
/// identifiers.
record Planned(
        String key,
        String name,
        @Nullable String nameEn,
        AgencyLevel level,
        String kind,
        @Nullable Planned parent,
        List<Integer> numbers,
        @Nullable String unitCode,
        boolean invented,
        Staffing staffing) {

    /// `H59.20.31`, highest level first (QĐ 20/2020/QĐ-TTg).
    String identifier() {
        StringBuilder code = new StringBuilder("H59");
        numbers.forEach(number -> code.append(number > 99 ? ".%03d".formatted(number) : ".%02d".formatted(number)));
        return code.toString();
    }

    /// `000.31.20.H59`, lowest level first, 13 characters (QCVN 102:2016/BTTTT).
    String oldIdentifier() {
        return "%03d.%02d.%02d.H59".formatted(level(2), level(1), level(0));
    }

    private int level(int index) {
        return numbers.size() > index ? numbers.get(index) : 0;
    }
}
