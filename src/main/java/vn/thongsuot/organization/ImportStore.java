package vn.thongsuot.organization;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// Files that were looked at, until they are applied or a day has passed.
@Component
class ImportStore {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    ImportStore(JdbcClient jdbc, InstantSource realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    record Run(UUID id, SheetKind kind, String fileName, String digest, byte @Nullable [] content, int acts) {

        boolean applied() {
            return content == null;
        }

        byte[] file() {
            return Objects.requireNonNull(content);
        }
    }

    void keep(UUID id, SheetKind kind, String fileName, String digest, byte[] content, Actor by) {
        Instant now = realTime.instant();
        jdbc.sql("delete from organization.import_run where content is not null and made_at < :before")
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into organization.import_run (id, kind, file_name, digest, content, account, made_at)
                        values (:id, :kind, :name, :digest, :content, :account, :now)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("name", fileName)
                .param("digest", digest)
                .param("content", content)
                .param("account", account(by))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// The file `by` looked at, locked until the end of the transaction.
    Run run(UUID id, Actor by) {
        return jdbc.sql("""
                        select kind, file_name, digest, content, acts from organization.import_run
                         where id = :id and account is not distinct from cast(:account as uuid) for update
                        """)
                .param("id", id)
                .param("account", account(by))
                .query((row, _) -> new Run(
                        id,
                        SheetKind.valueOf(row.getString("kind")),
                        row.getString("file_name"),
                        row.getString("digest"),
                        row.getBytes("content"),
                        row.getInt("acts")))
                .optional()
                .orElseThrow(OrganizationProblem.IMPORT_ABSENT::because);
    }

    /// The content, which names people, is not kept any longer.
    void applied(UUID id, int acts) {
        jdbc.sql("update organization.import_run set content = null, acts = :acts, applied_at = :now where id = :id")
                .param("acts", acts)
                .param("now", Timestamp.from(realTime.instant()))
                .param("id", id)
                .update();
    }

    private static @Nullable UUID account(Actor by) {
        AccountId account = switch (by) {
            case Actor.Officer officer -> officer.account();
            case Actor.Administrator administrator -> administrator.account();
            case Actor.Neighbour _, Actor.Job _ -> null;
        };
        return account == null ? null : account.value();
    }
}
