package vn.thongsuot.calendar.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;

/// A refusal as a form shows it above what was typed.
final class RefusalWords {

    private RefusalWords() {}

    static String of(Refusal refused, Words words, Locale locale) {
        String key = "problem." + refused.problem().code();
        return words.of(
                locale,
                words.has(key + ".detail") ? key + ".detail" : key,
                refused.arguments().toArray());
    }

    static int status(Refusal refused) {
        return switch (refused.problem().kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT.value();
            case FORBIDDEN -> HttpStatus.FORBIDDEN.value();
            case ABSENT -> HttpStatus.NOT_FOUND.value();
            case UNAUTHENTICATED, CONFLICT, TOO_LARGE, TOO_MANY, INTERNAL -> HttpStatus.CONFLICT.value();
        };
    }
}
