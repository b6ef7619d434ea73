package vn.thongsuot.access;

/// **Phạm vi của vai trò.** How far the rights of a role reach, seen from the post that has them. The office of a
/// people's committee does the committee's business and reaches as far as the committee.
public enum RoleReach {
    /// What the people's committee answers for that the post's agency serves, as an inspectorate or a department
    /// does; otherwise as {@link #UNDER}.
    COMMITTEE,
    /// The post's agency and every agency under it.
    UNDER,
    /// The post's agency alone.
    AGENCY,
    /// The post's unit inside its agency alone.
    UNIT
}
