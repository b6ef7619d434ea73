package vn.thongsuot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.OfficerId;

/// Accounts in the database. Every change takes the next version in the same statement, so that versions have no
/// gaps.
@Component
class AccountStore {

    private static final String COLUMNS = "id, name, officer, suspended, password_hash";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(AccountView view, @Nullable String passwordHash) {}

    Optional<Row> find(AccountId id) {
        return jdbc.sql("select " + COLUMNS + " from access.account where id = :id")
                .param("id", id.value())
                .query(AccountStore::row)
                .optional();
    }

    List<Row> find(Collection<AccountId> ids) {
        return jdbc.sql("select " + COLUMNS + " from access.account where id = any(:ids)")
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(AccountStore::row)
                .list();
    }

    Optional<Row> findByName(String name) {
        return jdbc.sql("select " + COLUMNS + " from access.account where name = :name")
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .query(AccountStore::row)
                .optional();
    }

    Optional<Row> findByOfficer(OfficerId officer) {
        return jdbc.sql("select " + COLUMNS + " from access.account where officer = :officer")
                .param("officer", officer.value())
                .query(AccountStore::row)
                .optional();
    }

    /// The account keeps no password until its owner sets one; what it is told is not an event of its own.
    void clearPassword(AccountId id) {
        jdbc.sql("update access.account set password_hash = null where id = :id")
                .param("id", id.value())
                .update();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void insert(AccountId id, String name, @Nullable OfficerId officer, @Nullable String passwordHash) {
        try {
            jdbc.sql("""
                            insert into access.account (id, version, name, officer, password_hash)
                            values (:id, 1, :name, :officer, :hash)
                            """)
                    .param("id", id.value())
                    .param("name", name)
                    .param("officer", officer == null ? null : officer.value())
                    .param("hash", passwordHash)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw AccessProblem.NAME_TAKEN.because(name);
        }
    }

    /// The account's next version, for an event that changes nothing else.
    long touch(AccountId id) {
        return next("update access.account set version = version + 1 where id = :id returning version", id);
    }

    long setSuspended(AccountId id, boolean suspended) {
        return jdbc.sql("""
                        update access.account set suspended = :suspended, version = version + 1
                         where id = :id returning version
                        """)
                .param("id", id.value())
                .param("suspended", suspended)
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
    }

    /// Whatever link to set one was handed out before is void.
    long setPassword(AccountId id, String hash) {
        return jdbc.sql("""
                        with void as (
                            delete from access.password_link where account = :id and used_at is null)
                        update access.account set password_hash = :hash, version = version + 1
                         where id = :id returning version
                        """)
                .param("id", id.value())
                .param("hash", hash)
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
    }

    List<AccountView> named(List<String> names) {
        return jdbc
                .sql("select " + COLUMNS + " from access.account where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query(AccountStore::row)
                .list()
                .stream()
                .map(Row::view)
                .toList();
    }

    private long next(String sql, AccountId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        UUID officer = row.getObject("officer", UUID.class);
        String hash = row.getString("password_hash");
        return new Row(
                new AccountView(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        officer == null ? null : new OfficerId(officer),
                        row.getBoolean("suspended"),
                        hash != null),
                hash);
    }
}
