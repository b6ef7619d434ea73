package vn.thongsuot.exchange;

import java.util.Arrays;
import java.util.Optional;

/// **Mã trạng thái liên thông.** What one side tells the other of a document, with the code of the national axis.
public enum StatusCode {
    /// The receiver's system has it; no clerk has looked yet.
    ARRIVED("01"),
    REFUSED("02"),
    /// Entered in the incoming register.
    REGISTERED("03"),
    ASSIGNED("04"),
    HANDLING("05"),
    DONE("06"),
    /// The only one that goes from the sender to the receiver.
    RECALL_ASKED("13"),
    RECALL_AGREED("15"),
    RECALL_DECLINED("16");

    private final String code;

    StatusCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<StatusCode> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }

    /// Whether it says how far the receiver's work is.
    public boolean progress() {
        return switch (this) {
            case ARRIVED, REFUSED, REGISTERED, ASSIGNED, HANDLING, DONE -> true;
            case RECALL_ASKED, RECALL_AGREED, RECALL_DECLINED -> false;
        };
    }
}
