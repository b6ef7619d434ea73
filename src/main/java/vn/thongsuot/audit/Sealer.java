package vn.thongsuot.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.shared.RecurringJob;

/// Gathers committed entries into the tree: gives them their leaf numbers and signs a checkpoint, in one
/// transaction that holds the lock of the log's head. What commits later comes into the next checkpoint. Within
/// one checkpoint the leaves stand in the order of their ids.
@Component
class Sealer implements RecurringJob {

    static final String NAME = "audit.sealer";
    /// How many entries one checkpoint takes at most; a longer queue becomes several checkpoints at once.
    static final int BATCH = 20_000;

    /// What an entry said that is gone, unless the node that wrote it still knows.
    private static final String UNKNOWN = "";
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final LogStore log;
    private final Tiles tiles;
    private final SignedNote notes;
    private final TransactionTemplate transaction;
    private final Witness witness;
    private final InstantSource realTime;

    Sealer(
            LogStore log,
            Tiles tiles,
            SignedNote notes,
            TransactionTemplate transaction,
            Witness witness,
            InstantSource realTime) {
        this.log = log;
        this.tiles = tiles;
        this.notes = notes;
        this.transaction = transaction;
        this.witness = witness;
        this.realTime = realTime;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        int taken = BATCH;
        while (taken == BATCH) {
            taken = seal();
        }
    }

    /// Seals what waits, at most one batch; how many rows of the queue it took.
    int seal() {
        return Optional.ofNullable(transaction.execute(_ -> sealLocked())).orElse(0);
    }

    private int sealLocked() {
        LogStore.Head head = log.lock();
        SignedNote.Statement last = last(head);
        List<LogStore.Waiting> waiting = log.waiting(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        List<LogStore.Waiting> whole = waiting.stream()
                .filter(row -> row.hash() != null && !row.sealed())
                .toList();
        waiting.stream()
                .filter(row -> row.hash() == null && !row.reported())
                .forEach(row -> witness.report(row.entry(), UNKNOWN));
        if (!whole.isEmpty()) {
            seal(last, whole);
        }
        log.taken(waiting.stream().map(LogStore.Waiting::entry).toList());
        return waiting.size();
    }

    private void seal(SignedNote.Statement last, List<LogStore.Waiting> whole) {
        List<byte[]> hashes = whole.stream()
                .flatMap(row -> Optional.ofNullable(row.hash()).stream())
                .toList();
        tiles.append(last.size(), hashes);
        log.number(last.size(), whole.stream().map(LogStore.Waiting::entry).toList());
        long size = last.size() + hashes.size();
        Instant now = CanonicalJson.micros(realTime.instant());
        SignedNote.Statement next = new SignedNote.Statement(
                last.number() + 1,
                size,
                MerkleTree.root(tiles.hashes(), size),
                // Another node's clock may have been ahead of this one's.
                now.isBefore(last.sealed()) ? last.sealed() : now);
        log.checkpoint(next, notes.sign(next), notes.key());
    }

    /// The last checkpoint. Nothing is built on a tree that is not the one it signed.
    private SignedNote.Statement last(LogStore.Head head) {
        String key = head.key();
        if (key == null && head.size() == 0) {
            return new SignedNote.Statement(0, 0, MerkleTree.root(tiles.hashes(), 0), Instant.EPOCH);
        }
        if (!notes.key().equals(key)) {
            throw new IllegalStateException("The log in the database is signed by " + key + ", the keys folder holds "
                    + notes.key() + ": nothing is sealed until the right keys folder is back");
        }
        return log.note(head.checkpoint())
                .flatMap(notes::read)
                .filter(said -> said.number() == head.checkpoint() && said.size() == head.size())
                .filter(said -> Arrays.equals(said.root(), MerkleTree.root(tiles.hashes(), said.size())))
                .orElseThrow(AuditProblem.TREE_BROKEN::because);
    }
}
