package vn.thongsuot.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.web.Typed;

/// **Biểu mẫu.** One form of the organization: what it is about, its fields with what was typed, why it was
/// refused. Titles and labels are message keys.
///
/// @param subject the agency, post or person it is about, already in words
/// @param search what was looked for, where the form begins with a search; null without one
/// @param root where the path to it begins
/// @param lookup the address that suggests agencies for fields of {@link Kind#AGENCY}; null without such fields
public record FormView(
        String title,
        String subject,
        String action,
        String submit,
        String back,
        @Nullable String search,
        List<Field> fields,
        @Nullable String error,
        Root root,
        @Nullable String lookup) {

    FormView(
            String title,
            String subject,
            String action,
            String submit,
            String back,
            @Nullable String search,
            List<Field> fields,
            @Nullable String error) {
        this(title, subject, action, submit, back, search, fields, error, Root.DIRECTORY, null);
    }

    public FormView {
        fields = List.copyOf(fields);
    }

    FormView refused(String why) {
        return new FormView(title, subject, action, submit, back, search, fields, why, root, lookup);
    }

    /// Where the path to a form begins: its address, and its title's message key.
    public record Root(String href, String title) {

        static final Root DIRECTORY = new Root("/directory", "organization.directory");
    }

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

        static Field of(String name, Kind kind, String label, Typed typed, boolean required) {
            return new Field(name, kind, label, null, typed.text(name), required, List.of());
        }

        static Field choice(String name, Kind kind, String label, Typed typed, List<Option> options) {
            return new Field(name, kind, label, null, typed.text(name), kind == Kind.SELECT, options);
        }

        static Field hidden(String name, Object value) {
            return new Field(name, Kind.HIDDEN, "", null, String.valueOf(value), false, List.of());
        }

        Field hint(String key) {
            return new Field(name, kind, label, key, value, required, options);
        }
    }

    /// One thing to choose; `title` is words, or a message key where `key`.
    public record Option(String value, String title, boolean key) {}
}
