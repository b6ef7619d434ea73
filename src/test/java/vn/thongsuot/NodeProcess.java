package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The whole application in a process of its own, on a test database, for tests that kill it. {@link Node} is the
/// same in this process.
public final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path said;
    private final int port;

    private NodeProcess(Process process, Path said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /// What the process runs: the first argument names classes with more beans.
    public static void main(String[] arguments) throws ClassNotFoundException {
        List<Class<?>> sources = new ArrayList<>(List.of(Application.class));
        for (String name : arguments[0].split(",")) {
            sources.add(Class.forName(name));
        }
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    public static NodeProcess start(TestDatabases.Address database, Class<?> more, String... options) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NodeProcess.class.getName(),
                more.getName(),
                "--server.port=" + port,
                "--thongsuot.data=" + TestDatabases.data()));
        database.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.addAll(List.of(options));
        Path said = Files.createTempFile("node", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        NodeProcess node = new NodeProcess(process, said, port);
        node.awaitUp();
        return node;
    }

    private void awaitUp() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Web web = new Web(port)) {
            while (!up(web)) {
                assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
                assertThat(System.nanoTime()).as(Files.readString(said)).isLessThan(until);
                Thread.sleep(50);
            }
        }
    }

    private static boolean up(Web web) {
        try {
            return web.get("/actuator/health", "application/json").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /// As a power cut does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(said);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
