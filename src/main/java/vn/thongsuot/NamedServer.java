package vn.thongsuot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// **Máy chủ cơ sở dữ liệu được chỉ định.** The server `THONGSUOT_DATABASE_URL` names, asked once before
/// anything is built on it: only here can it be told which setting is wrong.
record NamedServer(String url, String user, String password) {

    private static final String SCHEME = "jdbc:postgresql:";

    /// Throws a {@link DatabaseFailure} when it cannot be reached or does not let us in.
    void check() {
        if (!isAddress()) {
            throw new DatabaseFailure(
                    "THONGSUOT_DATABASE_URL không phải địa chỉ PostgreSQL. THONGSUOT_DATABASE_URL is not an address of PostgreSQL: "
                            + shown(),
                    "Viết theo mẫu / write it like this: jdbc:postgresql://HOST:5432/DATABASE; THONGSUOT_DATABASE_USER, "
                            + "THONGSUOT_DATABASE_PASSWORD.",
                    null);
        }
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.getMetaData();
        } catch (SQLException failed) {
            throw refusesUs(failed) ? refused(failed) : unreachable(failed);
        }
    }

    /// The driver would take who is named before an @ for a part of the host, and name it when it is not found.
    private boolean isAddress() {
        return url.startsWith(SCHEME) && !url.replaceFirst("[?].*", "").contains("@");
    }

    /// 28: it does not accept who we are. 08004: it wants a password and there is none.
    private static boolean refusesUs(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("28") || state.equals("08004"));
    }

    private DatabaseFailure refused(SQLException failed) {
        return new DatabaseFailure(
                "Máy chủ cơ sở dữ liệu " + shown() + " không cho " + user + " vào. The database server does not let "
                        + user + " in: " + reason(failed),
                "Sửa THONGSUOT_DATABASE_USER và THONGSUOT_DATABASE_PASSWORD. "
                        + "Correct THONGSUOT_DATABASE_USER and THONGSUOT_DATABASE_PASSWORD.",
                failed);
    }

    private DatabaseFailure unreachable(SQLException failed) {
        return new DatabaseFailure(
                "Không mở được cơ sở dữ liệu " + shown() + ". The database cannot be reached: " + reason(failed),
                "Xem máy chủ ấy có chạy không và sửa THONGSUOT_DATABASE_URL, hoặc bỏ nó để dùng PostgreSQL đi kèm. "
                        + "See whether that server runs and correct THONGSUOT_DATABASE_URL, or unset it to use the PostgreSQL that is included.",
                failed);
    }

    private String reason(SQLException failed) {
        String words = failed.getMessage() + (failed.getCause() == null ? "" : " (" + failed.getCause() + ")");
        return words.replace(url, shown());
    }

    /// The address without what may be a password in it.
    private String shown() {
        return url.replaceFirst("//.*@", "//").replaceFirst("[?].*", "");
    }

    @Override
    public String toString() {
        return shown();
    }
}
