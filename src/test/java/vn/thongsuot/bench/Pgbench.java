package vn.thongsuot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's own yardstick: its TPC-B-like transaction, three updates, a select and an insert.
final class Pgbench {

    private static final String DATABASE = "pgbench";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final BenchServer server;

    Pgbench(BenchServer server, int scale) throws Exception {
        this.server = server;
        server.create(DATABASE);
        run("-i", "-q", "-s", "" + scale);
    }

    /// Transactions per second of 32 clients.
    double rate(int seconds) throws IOException {
        String said = run("-c", "32", "-j", "2", "-T", "" + seconds);
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench said no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("pgbench"));
        command.addAll(List.of(arguments));
        command.add(DATABASE);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(server.environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(command + " ended with " + code + ": " + said);
        }
        return said;
    }
}
