package vn.thongsuot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Delegations in the database. Whether one is in force is asked here at every use, never remembered.
@Component
class DelegationStore {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final InstantSource realTime;

    DelegationStore(JdbcClient jdbc, BusinessClock clock, InstantSource realTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.realTime = realTime;
    }

    /// One delegation as it was given; `ended` when it was ended before its last day.
    record Lent(
            UUID id,
            OfficerId delegator,
            PostId post,
            OfficerId delegate,
            Set<String> permissions,
            LocalDate from,
            LocalDate to,
            @Nullable UUID absence,
            boolean ended) {}

    /// The delegation `id` while it is in force: its days, not ended, the lender's account open.
    Optional<Lent> inForce(UUID id) {
        return jdbc.sql("""
                        select d.* from access.delegation d
                          join access.account a on a.officer = d.delegator and not a.suspended
                         where d.id = :id and d.ended_at is null and d.valid_from <= :today and d.valid_to >= :today
                        """)
                .param("id", id)
                .param("today", clock.today())
                .query(DelegationStore::row)
                .optional();
    }

    /// What `delegate` may choose to act under today.
    List<Lent> inForceFor(OfficerId delegate) {
        return jdbc.sql("""
                        select d.* from access.delegation d
                          join access.account a on a.officer = d.delegator and not a.suspended
                         where d.delegate = :delegate and d.ended_at is null
                           and d.valid_from <= :today and d.valid_to >= :today
                         order by d.valid_to, d.id
                        """)
                .param("delegate", delegate.value())
                .param("today", clock.today())
                .query(DelegationStore::row)
                .list();
    }

    /// What is lent today of `posts`.
    List<Lent> inForceOf(Collection<PostId> posts) {
        return jdbc.sql("""
                        select d.* from access.delegation d
                          join access.account a on a.officer = d.delegator and not a.suspended
                         where d.post = any(:posts) and d.ended_at is null
                           and d.valid_from <= :today and d.valid_to >= :today
                        """)
                .param("posts", posts.stream().map(PostId::value).toArray(UUID[]::new))
                .param("today", clock.today())
                .query(DelegationStore::row)
                .list();
    }

    /// All that may be used today or later.
    List<Lent> open() {
        return jdbc.sql("select * from access.delegation where ended_at is null and valid_to >= :today")
                .param("today", clock.today())
                .query(DelegationStore::row)
                .list();
    }

    Optional<Lent> find(UUID id) {
        return jdbc.sql("select * from access.delegation where id = :id")
                .param("id", id)
                .query(DelegationStore::row)
                .optional();
    }

    /// The latest hundred `officer` gave.
    List<Lent> givenBy(OfficerId officer) {
        return latest("delegator", officer);
    }

    /// The latest hundred `officer` received.
    List<Lent> receivedBy(OfficerId officer) {
        return latest("delegate", officer);
    }

    private List<Lent> latest(String side, OfficerId officer) {
        String sql = side.equals("delegator")
                ? "select * from access.delegation where delegator = :officer order by valid_to desc, id desc limit :most"
                : "select * from access.delegation where delegate = :officer order by valid_to desc, id desc limit :most";
        return jdbc.sql(sql)
                .param("officer", officer.value())
                .param("most", SHOWN)
                .query(DelegationStore::row)
                .list();
    }

    List<Lent> ofAbsence(UUID absence) {
        return jdbc.sql("select * from access.delegation where absence = :absence and ended_at is null order by id")
                .param("absence", absence)
                .query(DelegationStore::row)
                .list();
    }

    void insert(Lent lent) {
        try {
            jdbc.sql("""
                            insert into access.delegation
                                (id, version, delegator, post, delegate, permissions, valid_from, valid_to, absence)
                            values (:id, 1, :delegator, :post, :delegate, :permissions, :from, :to, :absence)
                            """)
                    .param("id", lent.id())
                    .param("delegator", lent.delegator().value())
                    .param("post", lent.post().value())
                    .param("delegate", lent.delegate().value())
                    .param("permissions", lent.permissions().toArray(String[]::new))
                    .param("from", lent.from())
                    .param("to", lent.to())
                    .param("absence", lent.absence())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw AccessProblem.DELEGATION_EXISTS.because();
        }
    }

    /// Ends `id`; its version then. Refuses what has ended already.
    long end(UUID id) {
        return jdbc.sql("""
                        update access.delegation set ended_at = :now, version = version + 1
                         where id = :id and ended_at is null and valid_to >= :today
                        returning version
                        """)
                .param("id", id)
                .param("now", Timestamp.from(realTime.instant()))
                .param("today", clock.today())
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(AccessProblem.DELEGATION_OVER::because);
    }

    private static Lent row(ResultSet row, int index) throws SQLException {
        return new Lent(
                row.getObject("id", UUID.class),
                new OfficerId(row.getObject("delegator", UUID.class)),
                new PostId(row.getObject("post", UUID.class)),
                new OfficerId(row.getObject("delegate", UUID.class)),
                Set.of((String[]) row.getArray("permissions").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("absence", UUID.class),
                row.getTimestamp("ended_at") != null);
    }
}
