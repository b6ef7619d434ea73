package vn.thongsuot.exchange;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Uuids;

/// What waits to be carried. Whoever takes something has it for a while: when its node dies, it is due again.
@Component
class Queue {

    private static final Duration TAKEN_FOR = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ExchangeStore store;

    Queue(JdbcClient jdbc, ExchangeStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /// @param id of the row that waits
    record Due<T>(UUID id, int tries, T what) {}

    /// Told once; saying the same step again changes nothing.
    void add(StatusReport report) {
        jdbc.sql("""
                        insert into exchange.status (id, shipment, sender, receiver, code, reason, said_at, next_try)
                        values (:id, :shipment, :sender, :receiver, :code, :reason, :at, now())
                        on conflict do nothing
                        """)
                .param("id", Uuids.next(report.at()))
                .param("shipment", report.shipment().value())
                .param("sender", report.sender().value())
                .param("receiver", report.receiver().value())
                .param("code", report.code().code())
                .param("reason", report.reason())
                .param("at", Timestamp.from(report.at()))
                .update();
    }

    /// Takes letters that are due, the longest waiting first.
    List<Due<Packet>> takePackets(int most) {
        return jdbc.sql("""
                        with due as (
                            update exchange.delivery
                               set next_try = now() + make_interval(secs => :taken), tries = tries + 1
                             where id in (select id from exchange.delivery
                                           where next_try <= now()
                                           order by next_try limit :most for update skip locked)
                            returning id, position, tries, shipment, receiver)
                        select d.id, d.tries, d.shipment, d.receiver, s.sender, s.letter, s.sent_at
                          from due d join exchange.shipment s on s.id = d.shipment order by d.position
                        """)
                .param("taken", TAKEN_FOR.toSeconds())
                .param("most", most)
                .query((row, _) -> new Due<>(
                        row.getObject("id", UUID.class),
                        row.getInt("tries"),
                        new Packet(
                                new ShipmentId(row.getObject("shipment", UUID.class)),
                                new AgencyId(row.getObject("sender", UUID.class)),
                                new AgencyId(row.getObject("receiver", UUID.class)),
                                store.letter(row.getString("letter")),
                                row.getTimestamp("sent_at").toInstant())))
                .list();
    }

    /// Takes reports that are due, in the order they were made.
    List<Due<StatusReport>> takeReports(int most) {
        return jdbc.sql("""
                        with due as (
                            update exchange.status
                               set next_try = now() + make_interval(secs => :taken), tries = tries + 1
                             where id in (select id from exchange.status
                                           where next_try <= now()
                                           order by next_try, id limit :most for update skip locked)
                            returning *)
                        select id, tries, shipment, sender, receiver, code, reason, said_at from due order by id
                        """)
                .param("taken", TAKEN_FOR.toSeconds())
                .param("most", most)
                .query((row, _) -> new Due<>(
                        row.getObject("id", UUID.class),
                        row.getInt("tries"),
                        new StatusReport(
                                new ShipmentId(row.getObject("shipment", UUID.class)),
                                new AgencyId(row.getObject("sender", UUID.class)),
                                new AgencyId(row.getObject("receiver", UUID.class)),
                                StatusCode.of(row.getString("code")).orElseThrow(),
                                row.getString("reason"),
                                said(row.getTimestamp("said_at")))))
                .list();
    }

    private static Instant said(Timestamp at) {
        return at.toInstant();
    }

    void packetCarried(UUID id) {
        jdbc.sql("update exchange.delivery set next_try = null, failure = null where id = :id")
                .param("id", id)
                .update();
    }

    void reportCarried(UUID id) {
        jdbc.sql("update exchange.status set next_try = null, failure = null where id = :id")
                .param("id", id)
                .update();
    }

    /// Tried again later and later, or no more.
    void packetFailed(Due<Packet> due, String failure, boolean forGood) {
        jdbc.sql("""
                        update exchange.delivery set failure = :failure,
                               next_try = case when :good then null else now() + make_interval(secs => :pause) end
                         where id = :id
                        """)
                .param("id", due.id())
                .param("failure", failure)
                .param("good", forGood)
                .param("pause", pause(due.tries()).toSeconds())
                .update();
    }

    void reportFailed(Due<StatusReport> due, String failure, boolean forGood) {
        jdbc.sql("""
                        update exchange.status set failure = :failure,
                               next_try = case when :good then null else now() + make_interval(secs => :pause) end
                         where id = :id
                        """)
                .param("id", due.id())
                .param("failure", failure)
                .param("good", forGood)
                .param("pause", pause(due.tries()).toSeconds())
                .update();
    }

    /// 10 s, 20 s, 40 s … one hour.
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
