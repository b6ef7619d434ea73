package vn.thongsuot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The application as an operator runs it: `bin/run` in a process of its own.
final class RunningNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final double seconds;

    private RunningNode(Process process, int port, double seconds) {
        this.process = process;
        this.port = port;
        this.seconds = seconds;
    }

    static RunningNode start(Path data) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                List.of("env", "--default-signal=INT", "bin/run", "--port", "" + port, "--data", data.toString()));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("run.log").toFile()));
        builder.environment().remove("THONGSUOT_DATABASE_URL");
        long start = System.nanoTime();
        Process process = builder.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!up(client, port)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IOException(
                            "bin/run did not come up; its words are in " + data.resolveSibling("run.log"));
                }
                Thread.sleep(20);
            }
        }
        return new RunningNode(process, port, (System.nanoTime() - start) / 1e9);
    }

    private static boolean up(HttpClient client, int port) throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /// From the command to the first `UP`.
    double secondsToStart() {
        return seconds;
    }

    double residentMemory() throws IOException {
        return Machine.residentMemory(process.pid());
    }

    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("bin/run did not end within a minute");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
