package vn.thongsuot.organization;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.thongsuot.shared.OfficerId;

/// **Cán bộ minh họa.** The invented officers that the demonstration's accounts belong to: whom to sign in as to
/// see what. Their agency is named by its identifier; the post is the first of that kind there.
public enum DemonstrationOfficer {
    ADMINISTRATOR("Huỳnh Minh Trí", "H59.01", PostKind.ADMINISTRATOR),
    CLERK("Trần Thị Mỹ Hạnh", "H59.01", PostKind.CLERK),
    CHAIRMAN("Võ Minh Khải", "H59", PostKind.CHAIRMAN),
    VICE_CHAIRMAN("Đặng Quốc Tường", "H59", PostKind.VICE_CHAIRMAN),
    CHIEF_OF_OFFICE("Phạm Gia Huy", "H59.01", PostKind.HEAD),
    AUDITOR("Lâm Thị Ngọc Diễm", "H59.17", PostKind.AUDITOR),
    INDEX_OFFICER("Lâm Quốc Đạt", "H59.01", PostKind.INDEX_OFFICER),
    DEPARTMENT_HEAD("Nguyễn Văn Phúc Lộc", "H59.03", PostKind.HEAD),
    ONE_STOP_OFFICER("Kim Thị Ngọc Bích", "hoa_an", PostKind.ONE_STOP_OFFICER),
    COMMUNE_CHAIRMAN("Thạch Sô Phiếp", "hoa_an", PostKind.CHAIRMAN),
    COMMUNE_CLERK("Sơn Thị Thanh Thủy", "hoa_an", PostKind.CLERK),
    COMMUNE_SPECIALIST("Trần Văn Nhựt", "hoa_an", PostKind.SPECIALIST);

    /// Commune Hòa Ân, district Cầu Kè, by the General Statistics Office's code.
    static final String COMMUNE = "29311";

    private final String officerName;
    private final String agency;
    private final PostKind kind;

    DemonstrationOfficer(String officerName, String agency, PostKind kind) {
        this.officerName = officerName;
        this.agency = agency;
        this.kind = kind;
    }

    public OfficerId id() {
        String key = "demonstration-officer:" + name();
        return new OfficerId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    public String officerName() {
        return officerName;
    }

    String agency() {
        return agency.equals("hoa_an") ? COMMUNE : agency;
    }

    PostKind kind() {
        return kind;
    }
}
