package vn.thongsuot.shared.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Words;

/// **Biểu mẫu.** One form: what it is about, its fields with what was typed, why it was refused. Titles and labels
/// are message keys.
///
/// @param root where the path to it begins
/// @param subject the thing or person it is about, already in words; empty for something new
/// @param search what the form begins with, where what it asks for is looked up first; null without one
/// @param wrong the name of the field that the error is about; null where it is about no single one
/// @param lookup the address that suggests agencies for fields of {@link Kind#AGENCY}; null without such fields
public record FormView(
        Root root,
        String title,
        String subject,
        String action,
        String submit,
        String back,
        List<Field> fields,
        @Nullable Search search,
        @Nullable String lookup,
        @Nullable String error,
        @Nullable String wrong) {

    public FormView(
            Root root, String title, String subject, String action, String submit, String back, List<Field> fields) {
        this(root, title, subject, action, submit, back, fields, null, null, null, null);
    }

    public FormView {
        fields = List.copyOf(fields);
    }

    public FormView search(Search first) {
        return new FormView(root, title, subject, action, submit, back, fields, first, lookup, error, wrong);
    }

    public FormView lookup(String address) {
        return new FormView(root, title, subject, action, submit, back, fields, search, address, error, wrong);
    }

    FormView refused(String why, @Nullable String field) {
        return new FormView(root, title, subject, action, submit, back, fields, search, lookup, why, field);
    }

    /// Why `field` is wrong; null where it is not.
    public @Nullable String wrong(Field field) {
        return field.name().equals(wrong) ? error : null;
    }

    /// Where the path to a form begins: its address, and its title's message key.
    public record Root(String href, String title) {}

    /// Looks up what the form asks for: shows it again from `action` with what was found.
    public record Search(String action, String label, String text) {}

    /// How a field is filled in.
    public enum Kind {
        TEXT,
        AREA,
        AGENCY,
        DATE,
        SELECT,
        RADIO,
        CHECK,
        HIDDEN
    }

    /// One field.
    public record Field(
            String name,
            Kind kind,
            String label,
            @Nullable String hint,
            String value,
            boolean required,
            List<Option> options) {

        public Field {
            options = List.copyOf(options);
        }

        public static Field of(String name, Kind kind, String label, Typed typed, boolean required) {
            return new Field(name, kind, label, null, typed.text(name), required, List.of());
        }

        public static Field choice(String name, Kind kind, String label, Typed typed, List<Option> options) {
            return new Field(name, kind, label, null, typed.text(name), kind == Kind.SELECT, options);
        }

        public static Field hidden(String name, Object value) {
            return new Field(name, Kind.HIDDEN, "", null, String.valueOf(value), false, List.of());
        }

        public Field hint(String key) {
            return new Field(name, kind, label, key, value, required, options);
        }
    }

    /// One thing to choose; `title` is words, or a message key where `key`.
    public record Option(String value, String title, boolean key) {

        /// Every constant, its message key beginning with `prefix`.
        public static List<Option> each(String prefix, Enum<?>... constants) {
            return Arrays.stream(constants)
                    .map(constant -> new Option(constant.name(), Words.key(prefix, constant), true))
                    .toList();
        }
    }
}
