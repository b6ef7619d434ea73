package vn.thongsuot.organization;

/// **Cấp của cơ quan.** Where an agency stands in the State. The district level ended on 01/07/2025.
public enum AgencyLevel {
    PROVINCE,
    DEPARTMENT,
    DISTRICT,
    DIVISION,
    COMMUNE,
    SUBORDINATE
}
