package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;

/// Says on a form why it was refused.
@Component
class Refusals {

    private final Words words;

    Refusals(Words words) {
        this.words = words;
    }

    /// The words for `refused`; sets the status of `response` to go with them.
    String say(Refusal refused, Locale locale, HttpServletResponse response) {
        response.setStatus(
                switch (refused.problem().kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT.value();
                    case FORBIDDEN -> HttpStatus.FORBIDDEN.value();
                    case ABSENT -> HttpStatus.NOT_FOUND.value();
                    case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS.value();
                    case UNAUTHENTICATED, CONFLICT, TOO_LARGE, INTERNAL -> HttpStatus.CONFLICT.value();
                });
        String key = "problem." + refused.problem().code();
        return words.of(
                locale,
                words.has(key + ".detail") ? key + ".detail" : key,
                refused.arguments().toArray());
    }
}
