package vn.thongsuot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody's browser, signed in to the demonstration.
final class Desktop implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private Desktop(int port) {
        this.base = "http://localhost:" + port;
    }

    /// Of whoever signs in as `user`. Refused where the demonstration does not let a program be them.
    static Desktop of(int port, String user) throws IOException, InterruptedException {
        Desktop desktop = new Desktop(port);
        int status = desktop.client
                .send(
                        HttpRequest.newBuilder(URI.create(desktop.base + "/api/demonstration/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"" + user + "\"}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            desktop.close();
            throw new IOException(user + " could not enter: " + status);
        }
        return desktop;
    }

    /// How many bytes the page has.
    int open(String page) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + page))
                        .header("Accept", "text/html")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    /// The live stream of `topic`, held open until it is closed.
    InputStream live(String topic) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(base + "/live?topics=" + topic))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
