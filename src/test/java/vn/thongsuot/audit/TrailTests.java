package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.audit.TrailDetail.PersonalValue;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Thing;

/// What an auditor finds, and what proves it.
@SpringBootTest
class TrailTests {

    private static final Actor JOB = new Actor.Job("test");

    @Autowired
    Trail trail;

    @Autowired
    Sealer sealer;

    @Autowired
    SubjectKeys keys;

    @Autowired
    AccessRecords accesses;

    @Autowired
    JdbcClient jdbc;

    private Samples samples;

    @BeforeEach
    void seal(@Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction) {
        samples = new Samples(events, transaction, jdbc).sealByHand();
        sealer.run();
    }

    private static TrailFilter of(Thing thing) {
        return new TrailFilter(null, null, thing, null, null, null);
    }

    private ProofState proof(Thing thing) {
        return trail.find(of(thing), null, 1).items().getFirst().proof();
    }

    @Test
    @Proves("H7.4")
    void findsByPersonAgencyThingEventAndTime() {
        Actor.Officer lan = SampleEvents.officer();
        Actor.Officer minh = SampleEvents.officer();
        UUID note = UUID.randomUUID();
        Instant noon = SampleEvents.AT;
        samples.publish(
                new Samples.Noted(note, 1, "a", lan, noon),
                new Samples.Noted(note, 2, "b", minh, noon.plusSeconds(60)),
                new Samples.Noted(UUID.randomUUID(), 1, "c", lan, noon.plusSeconds(120)),
                new Samples.Met(minh.officer(), 1, "Minh", lan, noon.plusSeconds(180)));
        Thing thing = new Thing("note", note.toString());
        accesses.record(minh, thing, AccessRecords.Kind.PRINTED);
        accesses.flush();

        assertThat(found(new TrailFilter(lan.officer(), null, null, null, null, null)))
                .containsExactly("audit.Met", "audit.Noted", "audit.Noted");
        assertThat(found(new TrailFilter(null, minh.agency(), null, null, null, null)))
                .containsExactly("audit.Printed", "audit.Noted");
        assertThat(found(of(thing))).containsExactly("audit.Printed", "audit.Noted", "audit.Noted");
        assertThat(found(new TrailFilter(minh.officer(), null, thing, null, null, null)))
                .containsExactly("audit.Printed", "audit.Noted");
        assertThat(found(new TrailFilter(lan.officer(), null, null, "audit.Met", null, null)))
                .containsExactly("audit.Met");
        assertThat(found(new TrailFilter(lan.officer(), null, null, null, noon.plusSeconds(1), noon.plusSeconds(180))))
                .containsExactly("audit.Noted");
        assertThat(found(new TrailFilter(null, lan.agency(), null, "audit.Noted", noon, noon.plusSeconds(1))))
                .containsExactly("audit.Noted");
        assertThat(found(new TrailFilter(null, null, null, null, noon.plusSeconds(60), noon.plusSeconds(61))))
                .contains("audit.Noted");
        assertThat(found(new TrailFilter(new OfficerId(UUID.randomUUID()), null, null, null, null, null)))
                .isEmpty();
        assertThat(trail.events())
                .contains("audit.Met", "audit.Noted", "audit.Printed")
                .isSorted();

        TrailEntry.Author by = trail.find(of(thing), null, 9).items().get(1).by();
        assertThat(by)
                .isEqualTo(new TrailEntry.Author(
                        "officer",
                        minh.account(),
                        minh.officer(),
                        minh.post(),
                        minh.agency(),
                        minh.delegation(),
                        null));
    }

    private List<String> found(TrailFilter filter) {
        return trail.find(filter, null, 50).items().stream()
                .map(TrailEntry::event)
                .toList();
    }

    @Test
    @Proves({"H7.4", "H2.2"})
    void pagesThroughALongHistoryWithoutLeavingOutOrRepeating() {
        Thing thing = samples.note(7);
        IntStream.range(0, 6).forEach(_ -> accesses.record(JOB, thing, AccessRecords.Kind.OPENED));
        accesses.flush();
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<TrailEntry> page = trail.find(of(thing), cursor, 3);
            page.items().forEach(entry -> seen.add(entry.id()));
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(5);
        assertThat(seen).hasSize(13).doesNotHaveDuplicates();
        assertThatThrownBy(() -> trail.find(
                        of(thing), vn.thongsuot.shared.Cursor.of("x", "y").text(), 3))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @Proves({"H7.1", "H7.4"})
    void opensPersonalDataUntilItIsErasedAndSaysWhenItWasAltered() {
        OfficerId lan = new OfficerId(UUID.randomUUID());
        samples.publish(new Samples.Met(lan, 1, "Nguyễn Thị \"Lan\"", JOB, SampleEvents.AT));
        samples.publish(new Samples.Met(lan, 2, "Lan", JOB, SampleEvents.AT));
        Thing thing = new Thing("meeting", lan.toString());
        UUID first = samples.entry(thing, 1);
        UUID second = samples.entry(thing, 2);
        TrailDetail open = trail.open(first, JOB);
        assertThat(open.personal())
                .containsExactly(
                        new PersonalValue("name", lan.toString(), PersonalValue.State.VISIBLE, "Nguyễn Thị \"Lan\""));
        assertThat(open.data()).containsExactly(new TrailDetail.Value("person", lan.toString()));
        assertThat(open.body()).doesNotContain("Nguyễn");

        accesses.flush();
        assertThat(found(of(new Thing(Trail.ENTRY, first.toString()))))
                .as("who opened it stands in the log")
                .containsExactly("audit.Opened");

        samples.tamper("""
                update audit.personal p set sealed = q.sealed from audit.personal q
                 where p.entry = ? and q.entry = ?
                """, second, first);
        assertThat(state(second)).isEqualTo(PersonalValue.State.ALTERED);
        samples.tamper("update audit.personal set sealed = 'x' where entry = ?", second);
        assertThat(state(second)).isEqualTo(PersonalValue.State.ALTERED);
        samples.tamper("delete from audit.personal where entry = ?", second);
        assertThat(state(second)).isEqualTo(PersonalValue.State.ABSENT);

        keys.destroy(lan.toString(), JOB);
        assertThat(state(first)).isEqualTo(PersonalValue.State.ERASED);
        assertThat(trail.open(first, JOB).personal().getFirst().text()).isNull();
        assertThatThrownBy(() -> trail.open(UUID.randomUUID(), JOB))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.ENTRY_ABSENT));
    }

    private PersonalValue.State state(UUID entry) {
        return trail.open(entry, JOB).personal().getFirst().state();
    }

    @Test
    @Proves("H7.4")
    void anErasedPersonIsNoLongerFoundAndNoLongerNamed() {
        Actor.Officer lan = SampleEvents.officer();
        UUID note = UUID.randomUUID();
        samples.publish(new Samples.Noted(note, 1, "a", lan, SampleEvents.AT));
        keys.destroy(lan.officer().toString(), JOB);
        assertThat(found(new TrailFilter(lan.officer(), null, null, null, null, null)))
                .isEmpty();
        TrailEntry entry = trail.find(of(new Thing("note", note.toString())), null, 1)
                .items()
                .getFirst();
        assertThat(entry.by().officer()).isNull();
        assertThat(entry.by().account()).isEqualTo(lan.account());
        assertThat(entry.proof()).isInstanceOf(ProofState.Waiting.class);
        sealer.run();
        assertThat(proof(entry.thing())).isInstanceOf(ProofState.Sealed.class);
    }

    @Test
    @Proves({"H7.2", "H7.4"})
    void anEntryWaitsIsSealedAndIsStamped() {
        Thing thing = samples.note(1);
        assertThat(proof(thing)).isEqualTo(new ProofState.Waiting());
        sealer.run();
        ProofState.Sealed sealed = (ProofState.Sealed) proof(thing);
        assertThat(sealed.checkpoint())
                .isEqualTo(jdbc.sql("select checkpoint from audit.head")
                        .query(Long.class)
                        .single());
        samples.note(300);
        sealer.run();
        assertThat(proof(thing)).as("proved in the checkpoint that took it").isEqualTo(sealed);
        samples.tamper(
                "update audit.checkpoint set stamp = 'x', stamped_at = now() where number = ?",
                sealed.checkpoint() + 1);
        assertThat(proof(thing)).isInstanceOfSatisfying(ProofState.Stamped.class, stamped -> {
            assertThat(stamped.checkpoint()).isEqualTo(sealed.checkpoint());
            assertThat(stamped.stampedIn()).isEqualTo(sealed.checkpoint() + 1);
        });
        samples.tamper("update audit.checkpoint set stamp = null, stamped_at = null where stamp is not null");
    }

    @Test
    @Proves({"H7.3", "H7.4"})
    void saysWhatDoesNotMatch() {
        Thing thing = samples.note(1);
        UUID entry = samples.entry(thing, 1);
        samples.tamper("update audit.entry set event = 'audit.Harmless' where id = ?", entry);
        assertThat(difference(thing)).isEqualTo(ProofState.Difference.SEARCH_ALTERED);
        samples.tamper("update audit.entry set event = 'audit.Noted' where id = ?", entry);
        sealer.run();
        assertThat(proof(thing)).isInstanceOf(ProofState.Sealed.class);

        String body = jdbc.sql("select body from audit.entry where id = ?")
                .param(entry)
                .query(String.class)
                .single();
        for (String altered : List.of(body.replace("lần", "phần"), "", "{", body + " ")) {
            samples.tamper("update audit.entry set body = ? where id = ?", altered, entry);
            assertThat(difference(thing)).as(altered).isEqualTo(ProofState.Difference.ENTRY_ALTERED);
        }
        long leaf = jdbc.sql("select number from audit.leaf where entry = ?")
                .param(entry)
                .query(Long.class)
                .single();
        byte[] tile = tile(leaf, null);
        byte[] forged = tile.clone();
        String other = body.replace("lần", "phần");
        System.arraycopy(
                MerkleTree.leaf(other.getBytes(StandardCharsets.UTF_8)), 0, forged, (int) (leaf % 256) * 32, 32);
        samples.tamper("update audit.entry set body = ? where id = ?", other, entry);
        tile(leaf, forged);
        assertThat(difference(thing))
                .as("altered together with its leaf")
                .isEqualTo(ProofState.Difference.TREE_ALTERED);
        tile(leaf, tile);
        samples.tamper("update audit.entry set body = ? where id = ?", body, entry);
        assertThat(proof(thing)).isInstanceOf(ProofState.Sealed.class);

        String note = jdbc.sql("select note from audit.checkpoint order by number desc limit 1")
                .query(String.class)
                .single();
        samples.tamper(
                "update audit.checkpoint set note = ? where note = ?", note.replace("number ", "number 1"), note);
        assertThat(difference(thing)).isEqualTo(ProofState.Difference.CHECKPOINT_FORGED);
        samples.tamper(
                "update audit.checkpoint set note = ? where note = ?", note, note.replace("number ", "number 1"));

        samples.tamper("delete from audit.leaf where entry = ?", entry);
        assertThat(difference(thing)).isEqualTo(ProofState.Difference.UNACCOUNTED);
        samples.tamper("insert into audit.leaf (number, entry) values (?, ?)", leaf, entry);
        assertThat(proof(thing)).isInstanceOf(ProofState.Sealed.class);
    }

    private ProofState.Difference difference(Thing thing) {
        return ((ProofState.Mismatch) proof(thing)).difference();
    }

    private byte[] tile(long leaf, byte @Nullable [] forged) {
        if (forged != null) {
            samples.tamper("update audit.tile set hashes = ? where level = 0 and position = ?", forged, leaf / 256);
        }
        return jdbc.sql("select hashes from audit.tile where level = 0 and position = ?")
                .param(leaf / 256)
                .query((row, _) -> row.getBytes(1))
                .single();
    }
}
