package vn.thongsuot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;

/// **Sổ tài khoản.** The accounts an administrator reaches, by sign-in name.
@Component
public class AccountRegister {

    private static final int PAGE = 50;
    private static final int FOUND = 1_000;

    private final JdbcClient jdbc;
    private final ManagerReach managers;
    private final Directory directory;
    private final BusinessClock clock;

    AccountRegister(JdbcClient jdbc, ManagerReach managers, Directory directory, BusinessClock clock) {
        this.jdbc = jdbc;
        this.managers = managers;
        this.directory = directory;
        this.clock = clock;
    }

    /// Accounts whose sign-in name begins with `query` or whose officer's name answers it; all for an empty one.
    public Page<AccountView> list(String query, @Nullable String after, Actor by) {
        Cursor cursor = Cursor.read(after, 1);
        String typed = query.strip();
        UUID[] reached = managers.everything(by) ? null : ids(managers.reached(by));
        UUID[] named = typed.isEmpty()
                ? new UUID[0]
                : ids(directory.searchOfficers(typed, clock.today(), FOUND).stream()
                        .map(OfficerView::id)
                        .toList());
        List<AccountView> rows = jdbc.sql("""
                        select id, name, officer, suspended, password_hash is not null as has_password
                          from access.account
                         where name > :after
                           and (cast(:reached as uuid[]) is null or officer = any(cast(:reached as uuid[])))
                           and (:typed = '' or starts_with(name, :typed) or officer = any(:named))
                         order by name limit :most
                        """)
                .param("after", cursor == null ? "" : cursor.part(0))
                .param("reached", reached)
                .param("typed", typed.toLowerCase(Locale.ROOT))
                .param("named", named)
                .param("most", PAGE + 1)
                .query(AccountRegister::row)
                .list();
        return Page.cut(rows, PAGE, account -> Cursor.of(account.name()));
    }

    private static UUID[] ids(List<OfficerId> officers) {
        return officers.stream().map(OfficerId::value).toArray(UUID[]::new);
    }

    private static AccountView row(ResultSet row, int index) throws SQLException {
        UUID officer = row.getObject("officer", UUID.class);
        return new AccountView(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                officer == null ? null : new OfficerId(officer),
                row.getBoolean("suspended"),
                row.getBoolean("has_password"));
    }
}
