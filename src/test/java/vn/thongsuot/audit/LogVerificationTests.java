package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Thing;

/// Whoever writes to the database past the platform is found out from an export. Each story plays in a transaction
/// that begins with an empty log and is rolled back; every verdict is that of two verifiers, ours and one in Python
/// written from `docs/log-format.md`.
@SpringBootTest
class LogVerificationTests {

    private static final Actor JOB = new Actor.Job("test");

    @TempDir
    Path folder;

    @Autowired
    Sealer sealer;

    @Autowired
    LogExport export;

    @Autowired
    CheckpointQueries queries;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Scribe scribe;

    @Autowired
    EntryStore store;

    @Autowired
    SignedNote notes;

    @Autowired
    Witness witness;

    @Autowired
    Tiles tiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private interface Story {
        void tell(Samples samples) throws Exception;
    }

    /// Tells `story` on an empty log, and forgets it.
    private void tell(Story story) {
        Samples samples = new Samples(events, transaction, jdbc).sealByHand();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String table : List.of("checkpoint", "tile", "leaf", "waiting", "personal", "entry")) {
                jdbc.sql("delete from audit." + table).update();
            }
            jdbc.sql("update audit.head set size = 0, checkpoint = 0, key = null")
                    .update();
            try {
                story.tell(samples);
            } catch (RuntimeException | Error failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /// A log of three checkpoints, over 20, 2 and 5 entries; gives the second checkpoint.
    private String three(Samples samples) {
        return three(samples, 20);
    }

    private String three(Samples samples, int first) {
        samples.note(first);
        sealer.run();
        samples.note(2);
        sealer.run();
        String kept = checkpoints.latest().note();
        samples.note(5);
        sealer.run();
        return kept;
    }

    private Verifiers.Verdict judge(@Nullable String kept) {
        return new Verifiers(folder).judge(export, queries, kept);
    }

    private void broken(String why) {
        Verifiers.Verdict verdict = judge(null);
        assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.BROKEN);
        assertThat(verdict.said()).contains("BROKEN   " + why);
    }

    private void finding(String why) {
        Verifiers.Verdict verdict = judge(null);
        assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.FINDINGS);
        assertThat(verdict.said()).contains(why);
    }

    private void whole(@Nullable String kept) {
        Verifiers.Verdict verdict = judge(kept);
        assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.WHOLE);
    }

    private UUID leaf(long number) {
        return jdbc.sql("select entry from audit.leaf where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    @Test
    @Proves("H7.3")
    void aLogNobodyTouchedIsWholeFromTheFirstEntryOn() {
        tell(samples -> {
            whole(null);
            samples.note(1);
            whole(null);
            sealer.run();
            whole(null);
        });
        tell(samples -> {
            String kept = three(samples);
            samples.note(3);
            Verifiers.Verdict verdict = judge(kept);
            assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.WHOLE);
            assertThat(verdict.said()).contains("27 mục trong 3 niêm phong", "; 3 chưa niêm phong", "nối thêm");
        });
    }

    @Test
    @Proves("H7.3")
    void findsARowThatWasAltered() {
        tell(samples -> {
            three(samples);
            samples.tamper("update audit.entry set body = replace(body, 'lần', 'phần') where id = ?", leaf(6));
            broken("leaf 6 was altered");
        });
        tell(samples -> {
            three(samples);
            String altered = jdbc.sql("select replace(body, 'lần', 'phần') from audit.entry where id = ?")
                    .param(leaf(6))
                    .query(String.class)
                    .single();
            samples.tamper("update audit.entry set body = ? where id = ?", altered, leaf(6));
            samples.tamper("""
                    update audit.tile set hashes = overlay(hashes placing ? from 6 * 32 + 1)
                     where level = 0 and position = 0
                    """, (Object) MerkleTree.leaf(altered.getBytes(StandardCharsets.UTF_8)));
            broken("checkpoint 1 signed another tree");
        });
        tell(samples -> {
            three(samples);
            samples.tamper("update audit.entry set body = body || E'\\nend 0 0 0' where id = ?", leaf(6));
            broken("leaf 6 is gone");
        });
    }

    @Test
    @Proves("H7.3")
    void findsASealedRowThatWasRemoved() {
        tell(samples -> {
            three(samples);
            samples.tamper("delete from audit.entry where id = ?", leaf(21));
            broken("leaf 21 is gone");
        });
        tell(samples -> {
            three(samples);
            samples.tamper("delete from audit.entry where id = ?", leaf(21));
            samples.tamper("delete from audit.leaf where number = 21");
            samples.tamper("update audit.leaf set number = number - 1 where number = 22");
            broken("leaf 22 is gone");
        });
    }

    @Test
    @Proves("H7.3")
    void findsThatTheEndWasCutOffAgainstAKeptCheckpoint() {
        tell(samples -> {
            String kept = three(samples);
            String last = checkpoints.latest().note();
            samples.tamper("delete from audit.entry where id in (select entry from audit.leaf where number >= 22)");
            samples.tamper("delete from audit.leaf where number >= 22");
            samples.tamper("delete from audit.checkpoint where number = 3");
            whole(kept);
            Verifiers.Verdict verdict = judge(last);
            assertThat(verdict.code()).isEqualTo(LogVerifier.BROKEN);
            assertThat(verdict.said()).contains("ends before the kept checkpoint");
        });
    }

    @Test
    @Proves("H7.3")
    void findsAnEntryRemovedBeforeItWasSealed() {
        tell(samples -> {
            three(samples);
            Thing thing = samples.note(3);
            samples.tamper("delete from audit.entry where id = ?", samples.entry(thing, 2));
            sealer.run();
            sealer.run();
            finding("was altered or removed before it was sealed");
            finding("the history of " + thing + " has 2 entries for its versions 1 to 3");
        });
        tell(samples -> {
            three(samples);
            Thing thing = samples.note(3);
            UUID entry = samples.entry(thing, 2);
            samples.tamper("delete from audit.waiting where entry = ?", entry);
            samples.tamper("delete from audit.entry where id = ?", entry);
            sealer.run();
            finding("the history of " + thing + " has 2 entries for its versions 1 to 3");
        });
    }

    @Test
    @Proves("H7.3")
    void theNodeThatWroteAnEntryMissesItAlsoWhenItWasTheLast() {
        Samples samples = new Samples(events, transaction, jdbc).sealByHand();
        witness.check(java.time.Duration.ZERO);
        UUID removed = samples.entry(samples.note(1), 1);
        UUID altered = samples.entry(samples.note(1), 1);
        UUID kept = samples.entry(samples.note(1), 1);
        samples.tamper("delete from audit.waiting where entry = ?", removed);
        samples.tamper("delete from audit.entry where id = ?", removed);
        samples.tamper("update audit.entry set body = replace(body, 'lần', 'phần') where id = ?", altered);
        assertThat(witness.check(java.time.Duration.ZERO)).isEqualTo(2);
        assertThat(witness.check(java.time.Duration.ZERO)).as("said once").isZero();
        sealer.run();
        assertThat(jdbc.sql("select thing_id from audit.entry where event = 'audit.EntryLost'")
                        .query(String.class)
                        .list())
                .contains(removed.toString(), altered.toString())
                .doesNotContain(kept.toString());
    }

    @Test
    @Proves("H7.3")
    void findsRowsThatChangedPlaces() {
        tell(samples -> {
            three(samples);
            swap(samples);
            broken("leaf 22 was altered");
        });
        tell(samples -> {
            three(samples);
            swap(samples);
            samples.tamper("""
                    update audit.tile set hashes = substring(hashes for 22 * 32)
                           || substring(hashes from 23 * 32 + 1 for 32) || substring(hashes from 22 * 32 + 1 for 32)
                           || substring(hashes from 24 * 32 + 1)
                     where level = 0 and position = 0
                    """);
            broken("checkpoint 3 signed another tree");
        });
    }

    private void swap(Samples samples) {
        UUID first = leaf(22);
        UUID second = leaf(23);
        samples.tamper("update audit.leaf set entry = ? where number = 22", UUID.randomUUID());
        samples.tamper("update audit.leaf set entry = ? where number = 23", first);
        samples.tamper("update audit.leaf set entry = ? where number = 22", second);
    }

    @Test
    @Proves("H7.3")
    void findsACheckpointThatWasForged() throws IOException {
        AuditProperties others = new AuditProperties(Files.createDirectory(folder.resolve("keys")), notes.name());
        SignedNote forger = new SignedNote(others, new KeyFiles(others));
        List<UnaryOperator<String>> forgeries = List.of(
                note -> note.replace("\n22\n", "\n21\n"),
                note -> note.replace("number 2", "number 7"),
                note -> note.replace("sealed 20", "sealed 21"),
                note -> note.replaceFirst("\n\n", "\nmore\n\n"),
                note -> note.substring(0, note.length() - 8) + "AAAAAA=\n",
                note -> "",
                note -> forger.sign(notes.read(note).orElseThrow()));
        for (UnaryOperator<String> forgery : forgeries) {
            tell(samples -> {
                three(samples);
                String note = checkpoints.numbered(2).note();
                assertThat(notes.read(forgery.apply(note))).isEmpty();
                samples.tamper("update audit.checkpoint set note = ? where number = 2", forgery.apply(note));
                broken("checkpoint 2 is forged");
            });
        }
        tell(samples -> {
            String kept = three(samples);
            Verifiers.Verdict verdict = judge(forger.sign(notes.read(kept).orElseThrow()));
            assertThat(verdict.code()).isEqualTo(LogVerifier.BROKEN);
            assertThat(verdict.said()).contains("kept checkpoint was not signed");
            verdict = new Verifiers(folder).judge(folder.resolve("export"), null, forger.key());
            assertThat(verdict.code()).as("another key was published").isEqualTo(LogVerifier.BROKEN);
        });
    }

    @Test
    @Proves("H7.3")
    void findsACheckpointThatIsMissingOrStandsTwice() {
        tell(samples -> {
            three(samples);
            samples.tamper("delete from audit.checkpoint where number = 2");
            broken("checkpoint 2 is called 3");
        });
        tell(samples -> {
            three(samples);
            samples.tamper(
                    "update audit.checkpoint set note = ? where number = 3",
                    checkpoints.numbered(2).note());
            broken("checkpoint 3 is called 2");
        });
    }

    /// Whoever owns the server has the key, and can make a log that is whole by itself.
    @Test
    @Proves("H7.3")
    void findsALogItsOwnerSignedAnewAgainstAKeptCheckpoint() {
        tell(samples -> {
            String kept = three(samples);
            samples.tamper("update audit.entry set body = replace(body, 'lần', 'phần') where id = ?", leaf(6));
            samples.tamper("insert into audit.waiting (entry) select entry from audit.leaf");
            samples.tamper("delete from audit.leaf");
            samples.tamper("delete from audit.tile");
            samples.tamper("delete from audit.checkpoint");
            samples.tamper("update audit.head set size = 0, checkpoint = 0, key = null");
            sealer.run();
            whole(null);
            Verifiers.Verdict verdict = judge(kept);
            assertThat(verdict.code()).isEqualTo(LogVerifier.BROKEN);
            assertThat(verdict.said()).contains("the log was rewritten");
        });
    }

    @Test
    @Proves("H7.3")
    void findsAnEntryThatCameLate() {
        tell(samples -> {
            three(samples);
            late();
            sealer.run();
            finding("came late");
        });
        tell(samples -> {
            three(samples);
            samples.tamper("delete from audit.waiting where entry = ?", late());
            sealer.run();
            finding("a waiting entry came late");
        });
    }

    private UUID late() {
        Entry entry = scribe.write(
                new Samples.Noted(UUID.randomUUID(), 1, "x", JOB, SampleEvents.AT),
                Instant.now().minusSeconds(3_600));
        assertThat(store.insert(entry)).isTrue();
        return entry.id();
    }

    @Test
    @Proves("H7.3")
    void findsWhatWasDoneToTheExportItself() throws IOException {
        tell(samples -> {
            three(samples);
            judge(null);
        });
        Path file = folder.resolve("export");
        List<String> lines = Files.readAllLines(file);
        List<List<String>> changed = new ArrayList<>();
        for (int index = 1; index < lines.size(); index += index < 15 ? 6 : 1) {
            List<String> removed = new ArrayList<>(lines);
            removed.remove(index);
            changed.add(removed);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(index, lines.get(index));
            changed.add(doubled);
            StringBuilder other = new StringBuilder(lines.get(index));
            int middle = other.length() / 2;
            other.setCharAt(middle, other.charAt(middle) == '1' ? '2' : '1');
            List<String> altered = new ArrayList<>(lines);
            altered.set(index, other.toString());
            changed.add(altered);
        }
        changed.add(lines.subList(0, lines.size() / 2));
        for (List<String> one : changed) {
            Files.write(file, one);
            Verifiers.Verdict verdict = new Verifiers(folder).ours(file, null, null);
            assertThat(verdict.code()).as(verdict.said()).isNotZero();
        }
        Files.write(file, lines);
        assertThat(new Verifiers(folder).judge(file, null, null).code()).isZero();
    }

    @Test
    @Proves({"H7.1", "H7.3"})
    void exportsNoPersonalData() {
        tell(samples -> {
            OfficerId lan = new OfficerId(UUID.randomUUID());
            samples.publish(new Samples.Met(lan, 1, "Nguyễn Thị Lan", SampleEvents.officer(), SampleEvents.AT));
            sealer.run();
            samples.publish(new Samples.Met(lan, 2, "Trần Lan", SampleEvents.officer(), SampleEvents.AT));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            export.write(out, queries.latest());
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("\"event\":\"audit.Met\"")
                    .doesNotContain("Nguyễn", "Trần", "Lan");
        });
    }

    @Test
    @Proves("H7.2")
    void provesEntriesAndCheckpointsToPrograms() {
        tell(samples -> {
            three(samples, 300);
            for (long leaf : new long[] {0, 6, 255, 256, 299, 300, 306}) {
                Checkpoints.Inclusion proof = checkpoints.inclusion(leaf(leaf));
                assertThat(proof.leaf()).isEqualTo(leaf);
                assertThat(MerkleTree.includes(
                                MerkleTree.leaf(proof.entry().getBytes(StandardCharsets.UTF_8)),
                                leaf,
                                307,
                                bytes(proof.path()),
                                Base64.getDecoder().decode(proof.checkpoint().root())))
                        .isTrue();
            }
            for (int older = 1; older <= 3; older++) {
                for (int newer = older; newer <= 3; newer++) {
                    Checkpoints.Consistency proof = checkpoints.consistency(older, newer);
                    assertThat(MerkleTree.extendsTree(
                                    proof.older().size(),
                                    Base64.getDecoder().decode(proof.older().root()),
                                    proof.newer().size(),
                                    Base64.getDecoder().decode(proof.newer().root()),
                                    bytes(proof.path())))
                            .isTrue();
                }
            }
            UUID waiting = samples.entry(samples.note(1), 1);
            assertThatThrownBy(() -> checkpoints.inclusion(waiting))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.NOT_SEALED_YET));
            assertThatThrownBy(() -> checkpoints.numbered(4)).isInstanceOf(Refusal.class);
            assertThat(checkpoints.condition().waiting()).isEqualTo(1);
        });
    }

    private static List<byte[]> bytes(List<String> path) {
        return path.stream().map(Base64.getDecoder()::decode).toList();
    }

    @Test
    @Proves("H7.2")
    void sealsNothingOnATreeThatIsNotTheOneItSigned() {
        List<String> attacks = List.of(
                "update audit.head set size = size - 1",
                "update audit.head set checkpoint = checkpoint - 1",
                "update audit.tile set hashes = overlay(hashes placing '\\x00'::bytea from 5) where level = 0 and position = 1",
                "delete from audit.tile where level = 1",
                "update audit.checkpoint set note = replace(note, 'number 2', 'number 3') where number = 2",
                "delete from audit.checkpoint where number = 3");
        for (String attack : attacks) {
            tell(samples -> {
                three(samples, 300);
                samples.tamper(attack);
                samples.note(1);
                if (attack.contains("number = 2")) {
                    sealer.run();
                    broken("checkpoint 2 is forged");
                } else {
                    assertThatThrownBy(sealer::run)
                            .as(attack)
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.problem()).isEqualTo(AuditProblem.TREE_BROKEN));
                }
            });
        }
        tell(samples -> {
            three(samples);
            samples.tamper("update audit.head set key = 'thongsuot+00000000+AQ=='");
            samples.note(1);
            assertThatThrownBy(sealer::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("keys folder");
        });
    }

    @Test
    @Proves("H7.2")
    void aRowThatWaitsTwiceOrIsSealedAlreadyHoldsNothingUp() {
        tell(samples -> {
            three(samples);
            samples.tamper("insert into audit.waiting (entry) values (?)", leaf(3));
            UUID twice = samples.entry(samples.note(1), 1);
            samples.tamper("insert into audit.waiting (entry) values (?)", twice);
            sealer.run();
            whole(null);
            assertThat(checkpoints.latest().size()).isEqualTo(28);
            assertThat(checkpoints.condition().waiting()).isZero();
        });
    }

    @Test
    @Proves("H7.2")
    void theTreeInTilesIsTheTreeOfTheRfcAtEverySize() {
        tell(samples -> {
            List<byte[]> leaves = new ArrayList<>();
            for (int step : new int[] {1, 2, 252, 1, 1, 255, 500, 64_000, 523, 1, 700}) {
                List<byte[]> more = new ArrayList<>();
                for (int index = 0; index < step; index++) {
                    more.add(Sha256.of(("leaf " + (leaves.size() + index)).getBytes(StandardCharsets.UTF_8)));
                }
                tiles.append(leaves.size(), more);
                leaves.addAll(more);
                assertThat(MerkleTree.root(tiles.hashes(), leaves.size()))
                        .as(leaves.size() + " leaves")
                        .isEqualTo(MerkleTreeTests.mth(leaves));
            }
        });
    }
}
