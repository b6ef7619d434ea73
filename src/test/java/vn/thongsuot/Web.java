package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A visitor of a running node: keeps cookies, sends forms with their CSRF token, does not follow redirects.
public final class Web implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String base;
    private String csrf = "";

    public Web(int port) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), port);
    }

    private Web(HttpClient client, int port) {
        this.client = client;
        this.base = "http://localhost:" + port;
    }

    /// The same visitor, with the same cookies, sent by a balancer to the node at `port`.
    public Web at(int port) {
        return new Web(client, port);
    }

    /// A visitor signed in as one of the demonstration's accounts.
    public static Web as(int port, vn.thongsuot.access.DemonstrationAccount account) {
        Web web = new Web(port);
        var answer = web.signIn(account.signInName(), vn.thongsuot.access.DemonstrationAccount.PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return web;
    }

    public HttpResponse<String> signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return get(path, "text/html");
    }

    public HttpResponse<String> get(String path, String accept) {
        HttpResponse<String> answer =
                send(request(path).header("Accept", accept).build());
        Matcher token = TOKEN.matcher(answer.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return answer;
    }

    /// Sends a form with the token of the page last seen.
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build());
    }

    /// The CSRF token of the page last seen.
    public String csrf() {
        return csrf;
    }

    /// The body of such a form.
    public String form(Map<String, String> form) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.putIfAbsent("_csrf", csrf);
        return whole.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// With this visitor's cookies, for what is not a page: a stream.
    public HttpClient client() {
        return client;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /// An answer that goes on: its lines as they come.
    public HttpResponse<Stream<String>> stream(HttpRequest request) {
        return send(request, BodyHandlers.ofLines());
    }

    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
