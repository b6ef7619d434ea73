package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;

/// **Lý do bên biểu mẫu.** Says beside a form why it was refused.
@Component
public final class Reasons {

    private final Words words;

    Reasons(Words words) {
        this.words = words;
    }

    /// The words for `refused`; sets the answer's status.
    public String of(Refusal refused, Locale locale, HttpServletResponse response) {
        response.setStatus(
                switch (refused.problem().kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    case FORBIDDEN -> HttpStatus.FORBIDDEN.value();
                    case ABSENT -> HttpStatus.NOT_FOUND.value();
                    case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS.value();
                    case UNAUTHENTICATED, CONFLICT, TOO_LARGE, INTERNAL -> HttpStatus.CONFLICT.value();
                });
        return of(refused, locale);
    }

    public String of(Refusal refused, Locale locale) {
        String key = "problem." + refused.problem().code();
        return words.of(
                locale,
                words.has(key + ".detail") ? key + ".detail" : key,
                refused.arguments().toArray());
    }
}
