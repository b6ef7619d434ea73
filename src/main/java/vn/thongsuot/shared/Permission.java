package vn.thongsuot.shared;

/// **Quyền.** One named right, e.g. `DIRECTORY_VIEW`. Each module declares an `enum …Permission implements
/// Permission`; `access` finds them all, binds them to roles and asks on every request. The constant's name is
/// the authority's name.
public interface Permission {

    String name();

    /// Whether every signed-in officer has it without a role.
    default boolean everyone() {
        return false;
    }

    /// Whether its holder may lend it to somebody else for a while. What everyone has needs no lending.
    default boolean delegable() {
        return !everyone();
    }
}
