package vn.thongsuot.organization.web;

/// **Dòng cơ quan.** An agency in a list.
///
/// @param code the identifier, or the code of the unit; empty without one
/// @param parent the agency above, empty at the top
/// @param level a message key
/// @param officers how many seats are held in it
public record AgencyRow(String name, String href, String code, String parent, String level, int officers) {}
