package vn.thongsuot.outgoing;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.Words;

/// **Ký hiệu văn bản.** Suggests what follows a number's stroke: type and agency (`QĐ-UBND`), or for an official letter
/// agency and the unit that drafts it (`UBND-VP`). Decree 30/2020/NĐ-CP, annex I.
public final class Notations {

    private static final Set<String> LEFT_OUT = Set.of("và", "tỉnh", "huyện", "xã", "thị", "trấn", "phường");
    private static final Map<String, String> KNOWN = Map.of(
            "Ủy ban nhân dân", "UBND",
            "Hội đồng nhân dân", "HĐND",
            "Văn phòng", "VP",
            "Ban Quản lý", "BQL");
    private static final String OFFICE = "VP";

    private Notations() {}

    public static String suggested(DocumentType type, AgencyView agency) {
        String agencyShort = abbreviation(agency.name());
        return type.abbreviation().isEmpty() ? agencyShort + "-" + OFFICE : type.abbreviation() + "-" + agencyShort;
    }

    /// Whether `notation` is one of `type`: it begins with the type's abbreviation and with no other's, so that no two
    /// types of an agency write the same number and notation.
    static boolean fits(String notation, DocumentType type, AgencyView agency) {
        String first = notation.split("-", 2)[0];
        return type.abbreviation().isEmpty()
                ? first.equals(abbreviation(agency.name()))
                        || Arrays.stream(DocumentType.values())
                                .noneMatch(other -> other.abbreviation().equalsIgnoreCase(first))
                : first.equals(type.abbreviation());
    }

    /// `UBND` for a people's committee, `STNMT` for Sở Tài nguyên và Môi trường.
    static String abbreviation(String name) {
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (name.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return Arrays.stream(name.split(" ", -1))
                .filter(word -> !word.isEmpty() && !LEFT_OUT.contains(word.toLowerCase(Words.VIETNAMESE)))
                .map(word -> word.substring(0, 1).toUpperCase(Words.VIETNAMESE))
                .collect(Collectors.joining());
    }
}
