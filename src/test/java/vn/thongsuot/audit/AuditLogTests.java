package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Personal;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Thing;

/// Entries: complete by type, in the event's own transaction, without personal data.
@SpringBootTest
class AuditLogTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SubjectKeys keys;

    private final JsonMapper json = JsonMapper.shared();

    record Renamed(UUID thingId, long version, String oldName, List<Duration> lengths, Actor by, Instant at)
            implements Auditable {
        @Override
        public Thing thing() {
            return new Thing("sample", thingId.toString());
        }
    }

    record Registered(
            OfficerId person,
            long version,
            @Personal(subject = "person") String name,
            Actor by,
            Instant at) implements Auditable {
        @Override
        public Thing thing() {
            return new Thing("registered", person.toString());
        }
    }

    private Renamed renamed(UUID id, long version) {
        return new Renamed(
                id, version, "Sở \"A\"\n", List.of(Duration.ofDays(1)), SampleEvents.officer(), SampleEvents.AT);
    }

    private void publish(Auditable... many) {
        transaction.executeWithoutResult(_ -> Arrays.stream(many).forEach(events::publishEvent));
    }

    private JsonNode body(Thing thing, long version) {
        return json.readTree(jdbc.sql(
                        "select body from audit.entry where thing_kind = :kind and thing_id = :id and version = :version")
                .param("kind", thing.kind())
                .param("id", thing.id())
                .param("version", version)
                .query(String.class)
                .single());
    }

    private long entries(Thing thing) {
        return jdbc.sql("select count(*) from audit.entry where thing_kind = :kind and thing_id = :id")
                .param("kind", thing.kind())
                .param("id", thing.id())
                .query(Long.class)
                .single();
    }

    @Test
    @Proves({"H7.1", "H2.3"})
    void writesAndReadsBackEveryKindOfEventThereIs() {
        List<Class<? extends Auditable>> types = SampleEvents.types();
        assertThat(types).hasSizeGreaterThan(15);
        for (Class<? extends Auditable> type : types) {
            Auditable event = SampleEvents.of(type);
            publish(event);
            JsonNode body = body(event.thing(), event.version());
            assertThat(body.get("event").asString()).isEqualTo(EventShape.name(type));
            EventShape shape = EventShape.of(event);
            shape.open()
                    .forEach(open -> assertThat(body.at("/data/" + open.name()).isMissingNode())
                            .as(type + "." + open.name())
                            .isFalse());
            shape.secret()
                    .forEach(secret -> assertThat(
                                    body.at("/personal/" + secret.name()).asString())
                            .as(type + "." + secret.name())
                            .hasSize(64));
        }
    }

    @Test
    @Proves("H7.1")
    void refusesAnEventPublishedOutsideATransaction() {
        Renamed event = renamed(UUID.randomUUID(), 1);
        assertThatThrownBy(() -> events.publishEvent(event)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(entries(event.thing())).isZero();
    }

    @Test
    @Proves("H7.1")
    void keepsNoEntryOfAChangeThatIsRolledBack() {
        Renamed event = renamed(UUID.randomUUID(), 1);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event);
            assertThat(entries(event.thing())).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(entries(event.thing())).isZero();
    }

    @Test
    @Proves("H7.1")
    void refusesAVersionTwiceAndAVersionWithoutTheOneBefore() {
        UUID id = UUID.randomUUID();
        publish(renamed(id, 1), renamed(id, 2));
        assertThatThrownBy(() -> publish(renamed(id, 2)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.VERSION_TAKEN));
        assertThatThrownBy(() -> publish(renamed(id, 4)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.VERSION_MISSING));
        publish(renamed(id, 3));
        assertThat(entries(renamed(id, 1).thing())).isEqualTo(3);
    }

    @Test
    void aThingLoadedInBulkBeginsAtAnyVersion() {
        UUID id = UUID.randomUUID();
        publish(renamed(id, 5), renamed(id, 6));
        assertThat(entries(renamed(id, 1).thing())).isEqualTo(2);
    }

    @Test
    @Proves("H3.2")
    void holdsBusinessTimeAndRealTime() {
        Instant before = Instant.now();
        Renamed event = renamed(UUID.randomUUID(), 1);
        publish(event);
        JsonNode body = body(event.thing(), 1);
        assertThat(Instant.parse(body.get("at").asString())).isEqualTo(SampleEvents.AT);
        assertThat(Instant.parse(body.get("recorded").asString())).isBetween(before.minusMillis(1), Instant.now());
        assertThat(jdbc.sql("select business_at, recorded_at from audit.entry where id = :id")
                        .param("id", UUID.fromString(body.get("id").asString()))
                        .query((row, _) -> List.of(
                                row.getTimestamp(1).toInstant(),
                                row.getTimestamp(2).toInstant()))
                        .single())
                .containsExactly(
                        SampleEvents.AT, Instant.parse(body.get("recorded").asString()));
    }

    @Test
    @Proves("H7.1")
    void saysWhoActedUnderWhichPostByWhoseDelegationWithoutNamingThePerson() {
        Renamed event = renamed(UUID.randomUUID(), 1);
        Actor.Officer officer = (Actor.Officer) event.by();
        publish(event);
        JsonNode by = body(event.thing(), 1).get("by");
        assertThat(by.get("account").asString()).isEqualTo(officer.account().toString());
        assertThat(by.get("post").asString()).isEqualTo(officer.post().toString());
        assertThat(by.get("agency").asString()).isEqualTo(officer.agency().toString());
        assertThat(by.get("delegation").asString())
                .isEqualTo(officer.delegated().orElseThrow().toString());
        assertThat(by.toString()).doesNotContain(officer.officer().toString());
        assertThat(by.get("person").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(keys.of(officer.officer().toString())
                                .orElseThrow()
                                .person()));
    }

    @Test
    @Proves("H7.1")
    void keepsPersonalDataBesideTheEntryUntilItsKeyIsDestroyed() {
        OfficerId person = new OfficerId(UUID.randomUUID());
        Registered event = new Registered(person, 1, "Nguyễn Thị Lan", new Actor.Job("test"), SampleEvents.AT);
        publish(event);
        JsonNode body = body(event.thing(), 1);
        UUID entry = UUID.fromString(body.get("id").asString());
        assertThat(body.toString()).doesNotContain("Lan");
        Map<String, Object> beside = jdbc.sql(
                        "select component, subject, sealed from audit.personal where entry = :entry")
                .param("entry", entry)
                .query()
                .singleRow();
        byte[] sealed = (byte[]) beside.get("sealed");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Lan");

        byte[] open = keys.open(keys.of(person.toString()).orElseThrow(), entry, "name", sealed)
                .orElseThrow();
        assertThat(new String(open, SubjectKeys.SALT, open.length - SubjectKeys.SALT, StandardCharsets.UTF_8))
                .isEqualTo("\"Nguyễn Thị Lan\"");
        assertThat(body.at("/personal/name").asString())
                .as("SHA-256(salt ‖ value)")
                .isEqualTo(HexFormat.of().formatHex(Sha256.of(open)));

        keys.destroy(person.toString(), new Actor.Job("test"));
        assertThat(keys.of(person.toString())).isEmpty();
        assertThat(body(event.thing(), 1)).isEqualTo(body);
        assertThat(body(new Thing("subject", person.toString()), 1).get("event").asString())
                .isEqualTo("audit.SubjectErased");
        assertThatThrownBy(() -> keys.destroy(person.toString(), new Actor.Job("test")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.SUBJECT_ERASED));
        publish(new Registered(person, 2, "Nguyễn Thị Lan", new Actor.Job("test"), SampleEvents.AT));
        assertThat(jdbc.sql("select count(*) from audit.personal where subject = :subject")
                        .param("subject", person.toString())
                        .query(Long.class)
                        .single())
                .as("nothing more is kept of an erased person")
                .isEqualTo(1);
    }

    @Test
    void forgetsTheKeyOfATransactionThatRolledBack() {
        OfficerId person = new OfficerId(UUID.randomUUID());
        transaction.executeWithoutResult(status -> {
            keys.of(person.toString());
            status.setRollbackOnly();
        });
        publish(new Registered(person, 1, "A", new Actor.Job("test"), SampleEvents.AT));
        assertThat(jdbc.sql("select count(*) from audit.subject_key where subject = :subject")
                        .param("subject", person.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Proves("H7.1")
    void remembersNoKeyThatWasErasedWhileATransactionUsedIt() throws InterruptedException {
        OfficerId person = new OfficerId(UUID.randomUUID());
        OfficerId other = new OfficerId(UUID.randomUUID());
        publish(
                new Registered(person, 1, "A", new Actor.Job("test"), SampleEvents.AT),
                new Registered(other, 1, "B", new Actor.Job("test"), SampleEvents.AT));
        // Every erasure empties the node's memory: the next question reads the database.
        keys.destroy(other.toString(), new Actor.Job("test"));
        transaction.executeWithoutResult(_ -> {
            assertThat(keys.of(person.toString())).isPresent();
            Thread eraser = Thread.ofVirtual().start(() -> keys.destroy(person.toString(), new Actor.Job("test")));
            try {
                eraser.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(keys.of(person.toString())).isEmpty();
    }
}
