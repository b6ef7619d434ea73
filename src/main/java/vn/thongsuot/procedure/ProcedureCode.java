package vn.thongsuot.procedure;

import java.util.Optional;
import java.util.regex.Pattern;

/// **Mã thủ tục.** The national part of a procedure's code, `2.000635`; the same in every province.
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

    private static final Pattern SHAPE = Pattern.compile("\\d\\.\\d{6}");
    private static final int LONGEST_SHOWN = 40;

    public ProcedureCode {
        if (!SHAPE.matcher(value).matches()) {
            throw ProcedureProblem.CODE_INVALID.because(
                    value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value);
        }
    }

    /// The code that `text` is; nothing where it is none.
    static Optional<ProcedureCode> find(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ProcedureCode(text)) : Optional.empty();
    }

    /// The whole code as `agency` publishes it: `2.000635.000.00.00.H59`.
    ///
    /// @param agency the agency's identifier (Decision 20/2020/QĐ-TTg)
    public String of(String agency) {
        return value + ".000.00.00." + agency;
    }

    @Override
    public int compareTo(ProcedureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
