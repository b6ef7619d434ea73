package vn.thongsuot.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands before the nodes of an installation: gives each connection to the next node that takes it.
final class Balancer implements AutoCloseable {

    private static final int CONNECT_MILLIS = 500;

    private final ServerSocket entrance;
    private final List<Integer> nodes;
    private final AtomicInteger next = new AtomicInteger();

    Balancer(List<Integer> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket visitor = entrance.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                Socket node = node()) {
            Thread back = Thread.ofVirtual().start(() -> pass(node, visitor));
            pass(visitor, node);
            back.join();
        } catch (IOException gone) {
            // The visitor sees a closed connection, as behind any balancer.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket node() throws IOException {
        IOException refused = new IOException("no node");
        for (int tried = 0; tried < nodes.size(); tried++) {
            int port = nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return node;
            } catch (IOException dead) {
                node.close();
                refused = dead;
            }
        }
        throw refused;
    }

    /// Until either side ends; then both are closed, so that nobody waits for the dead.
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream said = from.getInputStream();
            said.transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Closed by this very method on the other side, or by the visitor.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
