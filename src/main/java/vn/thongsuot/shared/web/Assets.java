package vn.thongsuot.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// **Tệp tĩnh.** Style sheets, scripts, fonts and pictures, read once, compressed once, and served under the hash
/// of all of them (`/assets/<hash>/thongsuot.css`), so that a browser keeps them for a year and asks again only
/// after a new release.
@Component
final class Assets {

    private static final Map<String, String> FROM_WEBJARS = Map.of(
            "tabler.min.css", "META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "htmx.min.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private final Map<String, Asset> assets;
    private final String hash;

    Assets() {
        try {
            this.assets = read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, byte[]> contents = new TreeMap<>();
        assets.forEach((name, asset) -> contents.put(name, asset.plain()));
        this.hash = hashOf(contents);
    }

    /// The address of the file `name` of `static/` in this release.
    String href(String name) {
        if (!assets.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + hash + "/" + name;
    }

    @Nullable
    Asset find(String name) {
        return assets.get(name);
    }

    String hash() {
        return hash;
    }

    private static Map<String, Asset> read() throws IOException {
        Map<String, Asset> found = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:static/**/*.*")) {
            String address = resource.getURL().toString();
            String name = address.substring(address.lastIndexOf("/static/") + "/static/".length());
            found.put(name, Asset.of(name, resource.getContentAsByteArray()));
        }
        for (Map.Entry<String, String> entry : FROM_WEBJARS.entrySet()) {
            byte[] content = new ClassPathResource(entry.getValue()).getContentAsByteArray();
            found.put(entry.getKey(), Asset.of(entry.getKey(), content));
        }
        return found;
    }

    private static String hashOf(Map<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// One file: its bytes, the same gzipped (null where that saves nothing), its type, and what tells it apart.
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
    record Asset(byte[] plain, byte @Nullable [] gzipped, String type, String tag) {

        static Asset of(String name, byte[] content) throws IOException {
            String type = type(name);
            boolean text = type.startsWith("text/") || type.contains("javascript") || type.contains("svg");
            String tag = hashOf(Map.of(name, content));
            return new Asset(content, text && content.length > 500 ? gzip(content) : null, type, tag);
        }

        private static byte[] gzip(byte[] content) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
                {
                    def.setLevel(Deflater.BEST_COMPRESSION);
                }
            }) {
                gzip.write(content);
            }
            return bytes.toByteArray();
        }

        private static String type(String name) {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "css" -> "text/css;charset=UTF-8";
                case "js" -> "text/javascript;charset=UTF-8";
                case "svg" -> "image/svg+xml";
                case "png" -> "image/png";
                case "woff2" -> "font/woff2";
                case "webmanifest", "json" -> "application/json";
                default -> "text/plain;charset=UTF-8";
            };
        }
    }
}
