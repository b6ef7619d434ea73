package vn.thongsuot.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// `bin/verify-log`: rebuilds the tree from an export and compares it with every checkpoint. Trusts the export for
/// nothing; the key, when it is not given, is the export's own and must be compared with the published one. Uses
/// the JDK and {@link FlatJson}, {@link EntryChecks}, {@link VerifiedNote} beside it, nothing of the server.
final class LogVerifier {

    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int UNREADABLE = 2;
    static final int FINDINGS = 3;

    private static final String FIRST_LINE = "thongsuot-log 1";
    private static final String KEY = "key ";
    private static final int GZIP = 0x1f;
    private static final int SHOWN = 20;
    private static final String USAGE = "bin/verify-log EXPORT [--since OLD_CHECKPOINT] [--key KEY]";

    private final PrintStream out;
    private final Optional<String> givenKey;
    private final Optional<String> since;
    private final EntryChecks entries = new EntryChecks(this::finding, this::broken);
    /// Roots of the complete subtrees from left to right, the largest first, with how many leaves each has.
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private long leaves;
    private long checkpoints;
    private long open;
    private long broken;
    private long findings;
    private boolean ended;
    private String key = "";
    private Optional<VerifiedNote> kept = Optional.empty();
    private Optional<VerifiedNote> last = Optional.empty();

    private record Subtree(byte[] hash, long size) {}

    private LogVerifier(PrintStream out, Optional<String> since, Optional<String> key) {
        this.out = out;
        this.since = since;
        this.givenKey = key;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /// What the command says to `out` and ends with.
    static int run(String[] arguments, PrintStream out) {
        Optional<Path> export = Optional.empty();
        Optional<String> since = Optional.empty();
        Optional<String> key = Optional.empty();
        try {
            for (int index = 0; index < arguments.length; index++) {
                switch (arguments[index]) {
                    case "--since" -> since = Optional.of(Files.readString(Path.of(arguments[++index])));
                    case "--key" -> key = Optional.of(key(arguments[++index]));
                    default -> export = Optional.of(Path.of(arguments[index]));
                }
            }
            if (export.isEmpty()) {
                out.println(USAGE);
                return UNREADABLE;
            }
            return new LogVerifier(out, since, key).verify(export.get());
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            out.println("Không đọc được / cannot be read: " + unreadable + "\n" + USAGE);
            return UNREADABLE;
        }
    }

    /// The key itself, or the file it stands in.
    private static String key(String given) throws IOException {
        return (given.contains("+") ? given : Files.readString(Path.of(given))).strip();
    }

    private int verify(Path export) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(export), StandardCharsets.UTF_8), 1 << 16)) {
            if (!FIRST_LINE.equals(lines.readLine())) {
                throw new IOException(export + " does not begin with \"" + FIRST_LINE + "\"");
            }
            String second = Optional.ofNullable(lines.readLine()).orElse("");
            if (!second.startsWith(KEY)) {
                throw new IOException(export + " does not name its key in the second line");
            }
            takeKey(second.substring(KEY.length()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line);
            }
        }
        return conclude();
    }

    private static InputStream open(Path export) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(export));
        int first = in.read();
        if (first >= 0) {
            in.unread(first);
        }
        return first == GZIP ? new GZIPInputStream(in) : in;
    }

    private void read(String line) {
        if (ended) {
            broken("there is more behind the end");
            return;
        }
        int space = line.indexOf(' ');
        String rest = line.substring(space + 1);
        try {
            switch (space < 0 ? line : line.substring(0, space)) {
                case "leaf" -> leaf(rest);
                case "gone" -> gone(rest);
                case "checkpoint" -> checkpoint(rest);
                case "stamp" -> Base64.getDecoder().decode(rest.substring(rest.indexOf(' ') + 1));
                case "open" -> {
                    open++;
                    entries.open(rest);
                }
                case "end" -> end(rest);
                default -> broken("a line that is none of the format's: " + shortened(line));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            broken("a line that is not of its form (" + malformed.getMessage() + "): " + shortened(line));
        }
    }

    private void takeKey(String said) {
        key = givenKey.orElse(said);
        if (!key.equals(said)) {
            broken("the export names the key " + said + ", not " + key);
        }
        if (since.isPresent()) {
            kept = VerifiedNote.read(since.get(), key);
            if (kept.isEmpty()) {
                broken("the kept checkpoint was not signed by " + key);
            }
        }
    }

    private void leaf(String rest) {
        String[] parts = rest.split(" ", 3);
        String body = parts[2];
        byte[] hash = VerifiedNote.sha256(new byte[] {0}, body.getBytes(StandardCharsets.UTF_8));
        if (!parts[1].equals(HexFormat.of().formatHex(hash))) {
            broken("leaf " + leaves + " was altered: it is not what was sealed: " + shortened(body));
        }
        entries.sealed(leaves, body);
        // With the hash that was sealed, so that one altered row does not hide the state of the others.
        append(parts[0], parts[1].equals("-") ? hash : hash(parts[1]));
    }

    private void gone(String rest) {
        String[] parts = rest.split(" ", 2);
        broken("leaf " + leaves + " is gone: its row was removed");
        append(parts[0], parts[1].equals("-") ? new byte[VerifiedNote.HASH] : hash(parts[1]));
    }

    private static byte[] hash(String hex) {
        byte[] hash = HexFormat.of().parseHex(hex);
        if (hash.length != VerifiedNote.HASH) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        return hash;
    }

    private void append(String number, byte[] hash) {
        if (!number.equals(Long.toString(leaves))) {
            broken("leaf " + leaves + " is called " + shortened(number));
        }
        Subtree next = new Subtree(hash, 1);
        while (!subtrees.isEmpty() && subtrees.peekLast().size() == next.size()) {
            Subtree left = subtrees.removeLast();
            next = new Subtree(node(left.hash(), next.hash()), 2 * next.size());
        }
        subtrees.addLast(next);
        leaves++;
        kept.filter(note -> note.size() == leaves).ifPresent(this::compareKept);
    }

    private void compareKept(VerifiedNote note) {
        if (note.hasRoot(root())) {
            out.println("Niêm phong cũ / the kept checkpoint " + note.number() + " (" + note.size()
                    + "): nhật ký chỉ được nối thêm / this log continues it.");
        } else {
            broken("the first " + note.size() + " leaves are not those of the kept checkpoint " + note.number()
                    + ": the log was rewritten");
        }
    }

    private byte[] root() {
        Iterator<Subtree> fromRight = subtrees.descendingIterator();
        byte[] root = fromRight.hasNext() ? fromRight.next().hash() : VerifiedNote.sha256();
        while (fromRight.hasNext()) {
            root = node(fromRight.next().hash(), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return VerifiedNote.sha256(new byte[] {1}, left, right);
    }

    private void checkpoint(String base64) {
        checkpoints++;
        entries.checkpoint();
        String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        Optional<VerifiedNote> read = VerifiedNote.read(text, key);
        if (read.isEmpty()) {
            broken("checkpoint " + checkpoints + " is forged: " + key + " did not sign it");
            return;
        }
        VerifiedNote note = read.get();
        if (note.number() != checkpoints) {
            broken("checkpoint " + checkpoints + " is called " + note.number());
        }
        if (note.size() != leaves) {
            broken("checkpoint " + note.number() + " signed " + note.size() + " leaves, here are " + leaves);
        } else if (!note.hasRoot(root())) {
            broken("checkpoint " + note.number() + " signed another tree of " + leaves + " leaves");
        }
        if (last.filter(before -> note.sealed().isBefore(before.sealed())).isPresent()) {
            broken("checkpoint " + note.number() + " is older than the one before");
        }
        last = read;
    }

    private void end(String rest) {
        ended = true;
        if (!rest.equals(leaves + " " + checkpoints + " " + open)) {
            broken("the export says it has " + shortened(rest) + ", it has " + leaves + " " + checkpoints + " " + open);
        }
    }

    private int conclude() {
        if (!ended) {
            broken("the export is cut off: it has no end");
        }
        if (last.map(VerifiedNote::size).orElse(0L) != leaves) {
            broken("no checkpoint covers the last leaves");
        }
        if (since.isPresent() && kept.filter(note -> note.size() <= leaves).isEmpty()) {
            broken("the log ends before the kept checkpoint: leaves were removed");
        }
        entries.conclude();
        out.println(leaves + " mục trong " + checkpoints + " niêm phong / entries in checkpoints"
                + last.map(note -> ", " + note.sealed()).orElse("") + "; " + open + " chưa niêm phong / waiting.");
        out.println("Khóa / key: " + key
                + (givenKey.isPresent()
                        ? ""
                        : " (của bản xuất, hãy so với khóa đã công bố / the export's own:"
                                + " compare it with the published one)"));
        if (broken > 0) {
            out.println("KHÔNG TOÀN VẸN / BROKEN (" + broken + ")");
            return BROKEN;
        }
        out.println(findings > 0 ? "CÓ ĐIỀU CẦN XEM / FINDINGS (" + findings + ")" : "TOÀN VẸN / WHOLE");
        return findings > 0 ? FINDINGS : WHOLE;
    }

    private void broken(String what) {
        if (++broken <= SHOWN) {
            out.println("BROKEN   " + what);
        }
    }

    private void finding(String what) {
        if (++findings <= SHOWN) {
            out.println("FINDING  " + what);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }
}
