package vn.thongsuot.access;

import vn.thongsuot.organization.DemonstrationOfficer;

/// **Tài khoản minh họa.** The demonstration's accounts that have a password: the name to type and whose it is.
public enum DemonstrationAccount {
    ADMIN("admin", DemonstrationOfficer.ADMINISTRATOR),
    CLERK("vanthu", DemonstrationOfficer.CLERK),
    LEADER("lanhdao", DemonstrationOfficer.VICE_CHAIRMAN),
    CHAIRMAN("chutich", DemonstrationOfficer.CHAIRMAN),
    CHIEF_OF_OFFICE("chanhvanphong", DemonstrationOfficer.CHIEF_OF_OFFICE),
    DEPARTMENT_HEAD("giamdoc", DemonstrationOfficer.DEPARTMENT_HEAD),
    ONE_STOP("motcua", DemonstrationOfficer.ONE_STOP_OFFICER),
    COMMUNE_CHAIRMAN("chutichxa", DemonstrationOfficer.COMMUNE_CHAIRMAN),
    COMMUNE_CLERK("vanthuxa", DemonstrationOfficer.COMMUNE_CLERK),
    COMMUNE_SPECIALIST("tuphapxa", DemonstrationOfficer.COMMUNE_SPECIALIST),
    AUDITOR("kiemtra", DemonstrationOfficer.AUDITOR),
    INDEX("chiso", DemonstrationOfficer.INDEX_OFFICER);

    /// The same for all: a demonstration holds nothing worth a secret, and says so on every page.
    public static final String PASSWORD = "Thongsuot@2024"; // not-a-secret

    private final String signInName;
    private final DemonstrationOfficer officer;

    DemonstrationAccount(String signInName, DemonstrationOfficer officer) {
        this.signInName = signInName;
        this.officer = officer;
    }

    public String signInName() {
        return signInName;
    }

    public DemonstrationOfficer officer() {
        return officer;
    }

    /// Message key of what this account is for.
    public String title() {
        return "access.demonstration."
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
