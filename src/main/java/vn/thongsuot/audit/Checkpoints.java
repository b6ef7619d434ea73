package vn.thongsuot.audit;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Thing;

/// **Niêm phong.** What the log signed, what proves it, and the whole of it to take away. Hashes are Base64 here,
/// as in the notes themselves; what is proved how stands in `docs/log-format.md`. For those who hold the auditor's
/// permission; the caller asks for it.
@Component
public class Checkpoints {

    /// The log itself, as the thing somebody downloads.
    private static final String LOG = "audit-log";

    private final CheckpointQueries queries;
    private final SignedNote notes;
    private final Tiles tiles;
    private final LogExport export;
    private final AccessRecords accesses;

    Checkpoints(CheckpointQueries queries, SignedNote notes, Tiles tiles, LogExport export, AccessRecords accesses) {
        this.queries = queries;
        this.notes = notes;
        this.tiles = tiles;
        this.export = export;
        this.accesses = accesses;
    }

    /// **Một niêm phong.**
    ///
    /// @param size how many leaves the tree had
    /// @param note the signed note, to keep and to compare with later
    /// @param stamp the RFC 3161 token in DER, Base64; null before it was stamped
    public record Checkpoint(
            long number,
            long size,
            String root,
            Instant sealed,
            String note,
            @Nullable String stamp,
            @Nullable Instant stamped) {}

    /// **Chứng minh một mục có trong nhật ký.** RFC 6962 §2.1.1: `entry`, hashed as a leaf, leads by `path` to the
    /// root of `checkpoint`.
    public record Inclusion(UUID id, String entry, long leaf, Checkpoint checkpoint, List<String> path) {

        public Inclusion {
            path = List.copyOf(path);
        }
    }

    /// **Chứng minh nhật ký chỉ được nối thêm.** RFC 6962 §2.1.2: the tree of `older` is the beginning of that of
    /// `newer`.
    public record Consistency(Checkpoint older, Checkpoint newer, List<String> path) {

        public Consistency {
            path = List.copyOf(path);
        }
    }

    /// **Tình hình nhật ký.** How much is sealed.
    ///
    /// @param latest null before the first
    /// @param waiting entries committed and not sealed yet
    /// @param lost entries whose loss or change before sealing stands in the log
    public record Condition(@Nullable Checkpoint latest, long waiting, long lost) {}

    /// The public key, `name+keyid+base64` as in C2SP signed notes: publish it where the server's owner cannot
    /// change it.
    public String key() {
        return notes.key();
    }

    public Condition condition() {
        return new Condition(queries.latest().orElse(null), queries.waiting(), queries.lost());
    }

    /// Refuses where nothing was sealed yet.
    public Checkpoint latest() {
        return queries.latest().orElseThrow(AuditProblem.CHECKPOINT_ABSENT::because);
    }

    public Checkpoint numbered(long number) {
        return queries.numbered(number).orElseThrow(AuditProblem.CHECKPOINT_ABSENT::because);
    }

    /// That entry `id` is in the latest checkpoint. Refuses while it waits.
    public Inclusion inclusion(UUID id) {
        CheckpointQueries.Leaf leaf = queries.leaf(id).orElseThrow(AuditProblem.ENTRY_ABSENT::because);
        Checkpoint latest = latest();
        Long number = leaf.number();
        if (number == null || number >= latest.size()) {
            throw AuditProblem.NOT_SEALED_YET.because();
        }
        return new Inclusion(
                id,
                leaf.body(),
                number,
                latest,
                base64(MerkleTree.inclusion(
                        tiles.hashes(List.of(number), List.of(latest.size())), number, latest.size())));
    }

    /// That nothing before checkpoint `older` was changed until checkpoint `newer`.
    public Consistency consistency(long older, long newer) {
        Checkpoint first = numbered(Math.min(older, newer));
        Checkpoint second = numbered(Math.max(older, newer));
        return new Consistency(
                first,
                second,
                base64(MerkleTree.consistency(
                        tiles.hashes(List.of(first.size()), List.of(second.size())), first.size(), second.size())));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    /// Writes the whole log to `out`, as far as it is sealed and what waits, in the format of
    /// `docs/log-format.md`. No personal data. Leaves a record that `by` took it. Does not close `out`.
    public void export(OutputStream out, Actor by) {
        accesses.record(by, new Thing(LOG, notes.name()), AccessRecords.Kind.DOWNLOADED);
        export.write(out, Optional.ofNullable(condition().latest()));
    }
}
