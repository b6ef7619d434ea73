package vn.thongsuot.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thongsuot.shared.Money;

/// **Phí, lệ phí công bố.** A fee in the words of the national database, which keeps only the first value of each case.
///
/// @param text as published; empty where nothing was
public record StatedFee(String text) {

    private static final Pattern DONG = Pattern.compile("(\\d{1,3}(?:,\\d{3})*)\\s+(?:Việt Nam Đồng|VNĐ)");

    public StatedFee {
        text = text.strip();
    }

    /// Whether the source says anything of it.
    public boolean known() {
        return !text.isEmpty() && !text.equals("Không có thông tin");
    }

    /// Each case as people write it: `8.000 đ`, `Miễn phí`, `10 USD`.
    public List<String> cases() {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(part -> new StatedFee(part).known())
                .map(StatedFee::written)
                .toList();
    }

    private static String written(String part) {
        Matcher dong = DONG.matcher(part);
        return dong.matches() ? new Money(Long.parseLong(dong.group(1).replace(",", ""))).toString() : part;
    }
}
