package vn.thongsuot.shared;

import java.io.InputStream;
import java.util.Objects;

/// **Phông chữ của văn bản.** The faces documents are set in: with every Vietnamese letter and the widths of Times New
/// Roman, which Decree 30/2020/NĐ-CP (annex I) asks for.
public enum DocumentFont {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic");

    /// What style sheets of documents call it.
    public static final String FAMILY = "Liberation Serif";

    private final String file;

    DocumentFont(String name) {
        this.file = "/shared/fonts/LiberationSerif-" + name + ".ttf";
    }

    /// The TrueType file. Whoever opens it closes it.
    public InputStream open() {
        return Objects.requireNonNull(DocumentFont.class.getResourceAsStream(file), file);
    }
}
