package vn.thongsuot.audit;

import java.util.HashMap;
import java.util.Map;

/// Reads one JSON value into a flat map: `/thing/kind` → its text. For the verifier, which brings everything it
/// needs; written apart from what the server writes with.
final class FlatJson {

    private static final int DEEPEST = 64;

    private final String text;
    private final Map<String, String> values = new HashMap<>();
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /// Throws {@link IllegalArgumentException} for what is not JSON.
    static Map<String, String> read(String text) {
        FlatJson json = new FlatJson(text);
        try {
            json.value("", 0);
        } catch (StringIndexOutOfBoundsException short_) {
            throw new IllegalArgumentException("ends too early", short_);
        }
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return json.values;
    }

    private void value(String path, int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        switch (text.charAt(at)) {
            case '{' -> members(path, depth, '}');
            case '[' -> members(path, depth, ']');
            case '"' -> put(path, string());
            default -> put(path, literal());
        }
    }

    private void put(String path, String value) {
        if (values.put(path, value) != null) {
            throw wrong();
        }
    }

    private void members(String path, int depth, char end) {
        at++;
        if (text.charAt(at) == end) {
            at++;
            return;
        }
        int index = 0;
        do {
            String name = String.valueOf(index++);
            if (end == '}') {
                name = string();
                expect(':');
            }
            value(path + "/" + name, depth + 1);
        } while (text.charAt(at++) == ',');
        at--;
        expect(end);
    }

    private void expect(char wanted) {
        if (text.charAt(at++) != wanted) {
            throw wrong();
        }
    }

    private String literal() {
        int start = at;
        while (at < text.length() && "+-.0123456789aeflnrstuE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (start == at) {
            throw wrong();
        }
        return text.substring(start, at);
    }

    private String string() {
        expect('"');
        StringBuilder found = new StringBuilder();
        for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
            found.append(next == '\\' ? escaped() : next);
        }
        return found.toString();
    }

    private char escaped() {
        char kind = text.charAt(at++);
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> throw wrong();
        };
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not JSON at character " + at);
    }
}
