package vn.thongsuot.shared;

import java.util.Locale;

/// **Lý do từ chối.** Every reason to refuse. Each module declares one `enum …Problem implements Problem`; each
/// constant has a title in `messages/<module>.properties` under `problem.<module>.<constant-in-kebab-case>` and
/// may have a longer explanation under the same key with `.detail` (with `{0}`… for the arguments, which must not
/// be personal data).
public interface Problem {

    String ROOT = "vn.thongsuot.";

    enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        ABSENT,
        CONFLICT,
        TOO_LARGE,
        TOO_MANY,
        INTERNAL
    }

    String name();

    Kind kind();

    /// `<module>.<constant-in-kebab-case>`, e.g. `organization.agency-absent`.
    default String code() {
        String inner = getClass().getPackageName().substring(ROOT.length());
        int end = inner.indexOf('.');
        return (end < 0 ? inner : inner.substring(0, end)) + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The refusal to throw. `arguments` fill the detail's placeholders.
    default Refusal because(Object... arguments) {
        return new Refusal(this, arguments);
    }
}
