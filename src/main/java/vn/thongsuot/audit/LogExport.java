package vn.thongsuot.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the log in the format of `docs/log-format.md`, a piece at a time: what is sealed never changes, so that
/// no snapshot need be held while somebody downloads slowly.
@Component
class LogExport {

    private static final int PIECE = 1_000;

    private final CheckpointQueries queries;
    private final SignedNote notes;
    private final TransactionTemplate transaction;

    LogExport(CheckpointQueries queries, SignedNote notes, TransactionTemplate transaction) {
        this.queries = queries;
        this.notes = notes;
        this.transaction = transaction;
    }

    /// Up to checkpoint `last`, and everything that is in no checkpoint up to it.
    void write(OutputStream out, Optional<Checkpoints.Checkpoint> last) {
        try {
            Lines lines = new Lines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
            lines.write("thongsuot-log " + Scribe.FORMAT);
            lines.write("key " + notes.key());
            last.ifPresent(checkpoint -> sealed(checkpoint, lines));
            long size = last.map(Checkpoints.Checkpoint::size).orElse(0L);
            transaction.executeWithoutResult(_ -> queries.open(size, lines::open));
            lines.end();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void sealed(Checkpoints.Checkpoint last, Lines lines) {
        Leaves leaves = new Leaves(last.size());
        List<Checkpoints.Checkpoint> piece = queries.after(0, last.number(), PIECE);
        while (!piece.isEmpty()) {
            for (Checkpoints.Checkpoint checkpoint : piece) {
                while (lines.leaves < Math.min(checkpoint.size(), last.size())) {
                    lines.leaf(leaves.next());
                }
                lines.checkpoint(checkpoint);
            }
            piece = queries.after(piece.getLast().number(), last.number(), PIECE);
        }
    }

    /// The leaves one after another.
    private final class Leaves {

        private final Queue<CheckpointQueries.Sealed> read = new ArrayDeque<>();
        private final long size;
        private long next;

        Leaves(long size) {
            this.size = size;
        }

        CheckpointQueries.Sealed next() {
            if (read.isEmpty()) {
                long last = Math.min(next + PIECE, size) - 1;
                read.addAll(queries.leaves(next, last));
                next = last + 1;
            }
            return read.remove();
        }
    }

    private static final class Lines {

        private final Writer out;
        private long leaves;
        private long checkpoints;
        private long open;

        Lines(Writer out) {
            this.out = out;
        }

        void leaf(CheckpointQueries.Sealed leaf) {
            byte[] hash = leaf.hash();
            String start =
                    leaf.number() + " " + (hash == null ? "-" : HexFormat.of().formatHex(hash));
            String body = leaf.body();
            write(body == null || !onOneLine(body) ? "gone " + start : "leaf " + start + " " + body);
            leaves++;
        }

        void checkpoint(Checkpoints.Checkpoint checkpoint) {
            byte[] note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
            write("checkpoint " + Base64.getEncoder().encodeToString(note));
            @Nullable String stamp = checkpoint.stamp();
            if (stamp != null) {
                write("stamp " + checkpoint.number() + " " + stamp);
            }
            checkpoints++;
        }

        void open(String body) {
            write(onOneLine(body) ? "open " + body : "open ");
            open++;
        }

        void end() throws IOException {
            write("end " + leaves + " " + checkpoints + " " + open);
            out.flush();
        }

        /// No entry was written with a control character; one that has any was altered.
        private static boolean onOneLine(String body) {
            return body.chars().noneMatch(character -> character < ' ');
        }

        void write(String line) {
            try {
                out.append(line).append('\n');
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
