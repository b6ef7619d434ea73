package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;

/// **Cơ quan.** What others may see of an agency, with all its codes over time.
///
/// @param kind the word people use, e.g. `Sở`, `UBND xã`, `Trường THCS`
/// @param calendar which working calendar it keeps
/// @param demonstration whether name or codes are invented for the demonstration
public record AgencyView(
        AgencyId id,
        long version,
        String name,
        @Nullable String nameEn,
        AgencyLevel level,
        String kind,
        @Nullable AgencyId parent,
        String calendar,
        boolean demonstration,
        Period period,
        List<AgencyCode> codes) {

    public AgencyView {
        codes = List.copyOf(codes);
    }

    /// The identifier for electronic exchange in force on `day`, e.g. `H59.01`.
    public Optional<String> identifier(LocalDate day) {
        return code(AgencyCode.Scheme.IDENTIFIER, day);
    }

    public Optional<String> code(AgencyCode.Scheme scheme, LocalDate day) {
        return codes.stream()
                .filter(code -> code.scheme() == scheme && code.period().on(day))
                .map(AgencyCode::code)
                .findFirst();
    }

    /// What agencies of a level are sorted by: the identifier, or else the first code there is; empty without any.
    String firstCode() {
        return codes.stream()
                .filter(code -> code.scheme() == AgencyCode.Scheme.IDENTIFIER)
                .findFirst()
                .or(() -> codes.stream().findFirst())
                .map(AgencyCode::code)
                .orElse("");
    }

    /// The name as spoken: `UBND huyện Càng Long` for `Ủy ban nhân dân huyện Càng Long`.
    public String shortName() {
        return name.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND");
    }

    /// Whether it is the office of a people's committee, which does the committee's own business.
    public boolean committeeOffice() {
        return committeeOffice(name);
    }

    static boolean committeeOffice(String name) {
        return name.startsWith("Văn phòng Ủy ban nhân dân")
                || name.startsWith("Văn phòng HĐND và UBND")
                || name.startsWith("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân");
    }

    /// The agency whose business it does: its own, or, for the office of a people's committee, the committee's.
    public AgencyId seat() {
        AgencyId committee = parent;
        return committeeOffice() && committee != null ? committee : id;
    }

    /// The same agency under the name and the parent it had at another time.
    AgencyView called(String otherName, @Nullable String otherNameEn, @Nullable AgencyId otherParent) {
        return new AgencyView(
                id, version, otherName, otherNameEn, level, kind, otherParent, calendar, demonstration, period, codes);
    }
}
