package vn.thongsuot.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.audit.ProofState.Difference;
import vn.thongsuot.shared.Refusal;

/// Proves entries anew, each time they are read: from the row over the tree to a checkpoint this log's key signed.
@Component
class Prover {

    private final Tiles tiles;
    private final SignedNote notes;

    Prover(Tiles tiles, SignedNote notes) {
        this.tiles = tiles;
        this.notes = notes;
    }

    /// What proves each of `rows`, in their order.
    List<ProofState> prove(List<TrailQueries.Row> rows) {
        Map<String, Optional<SignedNote.Statement>> signed = new HashMap<>();
        rows.stream()
                .map(TrailQueries.Row::note)
                .filter(Objects::nonNull)
                .forEach(note -> signed.computeIfAbsent(note, notes::read));
        MerkleTree.Hashes hashes = tiles.hashes(
                rows.stream()
                        .map(TrailQueries.Row::leaf)
                        .filter(Objects::nonNull)
                        .toList(),
                signed.values().stream()
                        .flatMap(Optional::stream)
                        .map(SignedNote.Statement::size)
                        .toList());
        return rows.stream()
                .map(row -> prove(row, signed.getOrDefault(row.note(), Optional.empty()), hashes))
                .toList();
    }

    private static ProofState prove(
            TrailQueries.Row row, Optional<SignedNote.Statement> signed, MerkleTree.Hashes hashes) {
        Optional<EntryBody> body = EntryBody.read(row.body());
        Long leaf = row.leaf();
        if (row.lost() || (leaf == null && !row.waiting())) {
            return new ProofState.Mismatch(Difference.UNACCOUNTED);
        }
        byte[] hash = MerkleTree.leaf(row.body().getBytes(StandardCharsets.UTF_8));
        if (body.isEmpty() || (leaf != null && !Arrays.equals(hash, leafHash(hashes, leaf)))) {
            return new ProofState.Mismatch(Difference.ENTRY_ALTERED);
        }
        if (!body.get().agrees(row)) {
            return new ProofState.Mismatch(Difference.SEARCH_ALTERED);
        }
        if (leaf == null) {
            return new ProofState.Waiting();
        }
        Long checkpoint = row.checkpoint();
        if (checkpoint == null
                || signed.filter(said -> said.number() == checkpoint && said.size() > leaf)
                        .isEmpty()) {
            return new ProofState.Mismatch(Difference.CHECKPOINT_FORGED);
        }
        SignedNote.Statement said = signed.get();
        return included(hash, leaf, said, hashes)
                ? sealed(row, leaf, said)
                : new ProofState.Mismatch(Difference.TREE_ALTERED);
    }

    private static byte[] leafHash(MerkleTree.Hashes hashes, long leaf) {
        try {
            return hashes.at(0, leaf);
        } catch (Refusal broken) {
            return new byte[0];
        }
    }

    private static boolean included(byte[] hash, long leaf, SignedNote.Statement said, MerkleTree.Hashes hashes) {
        try {
            List<byte[]> path = MerkleTree.inclusion(hashes, leaf, said.size());
            return MerkleTree.includes(hash, leaf, said.size(), path, said.root());
        } catch (Refusal broken) {
            return false;
        }
    }

    private static ProofState sealed(TrailQueries.Row row, long leaf, SignedNote.Statement said) {
        return row.stampedIn() == null || row.stamped() == null
                ? new ProofState.Sealed(leaf, said.number(), said.sealed())
                : new ProofState.Stamped(leaf, said.number(), said.sealed(), row.stampedIn(), row.stamped());
    }
}
