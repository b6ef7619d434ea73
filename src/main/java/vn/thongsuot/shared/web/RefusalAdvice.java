package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Uuids;

/// The one advice: turns what a controller threw into an answer of {@link Answers}. Security's own exceptions go
/// on to its filters.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    /// SQLSTATE character_not_in_repertoire.
    private static final String UNWRITABLE = "22021";

    private final Answers answers;
    private final InstantSource realTime;

    RefusalAdvice(Answers answers, InstantSource realTime) {
        this.answers = answers;
        this.realTime = realTime;
    }

    @ExceptionHandler(Refusal.class)
    void on(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.info(
                "Refused {} {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                refusal.problem().code());
        answers.write(request, response, refusal, null);
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void passOn(RuntimeException security) {
        throw security;
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    void changedMeanwhile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, SharedProblem.CHANGED_MEANWHILE.because(), null);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, SharedProblem.TOO_LARGE.because(), null);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    void absent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, SharedProblem.PAGE_ABSENT.because(), null);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void method(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, SharedProblem.METHOD_NOT_SUPPORTED.because(request.getMethod()), null);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    void fields(MethodArgumentNotValidException invalid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        invalid.getFieldErrors()
                .forEach(error -> fields.putIfAbsent(error.getField(), String.valueOf(error.getDefaultMessage())));
        answers.write(
                request,
                response,
                SharedProblem.FIELD_INVALID.because(String.join(", ", fields.keySet())),
                null,
                fields);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void type(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(request, response, SharedProblem.FIELD_INVALID.because(mismatch.getName()), null);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MultipartException.class,
        ServletRequestBindingException.class,
        HandlerMethodValidationException.class
    })
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(request, response, SharedProblem.BAD_REQUEST.because(), null);
    }

    /// The reader went away while we wrote: nobody is left to answer.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void readerGone(AsyncRequestNotUsableException gone) {
        LOG.debug("The reader went away", gone);
    }

    @ExceptionHandler(Exception.class)
    void unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            answers.write(request, response, SharedProblem.BAD_REQUEST.because(), null);
            return;
        }
        if (unwritable(failure)) {
            answers.write(request, response, SharedProblem.BAD_REQUEST.because(), null);
            return;
        }
        String reference = reference(Uuids.next(realTime.instant()));
        LOG.error("{} {} {} failed", reference, request.getMethod(), request.getRequestURI(), failure);
        answers.write(request, response, SharedProblem.UNEXPECTED.because(), reference);
    }

    /// Whether the database refused a character that no text holds, such as U+0000.
    private static boolean unwritable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNWRITABLE.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// A number short enough to read out on the telephone: `TS-7F3A-1405`.
    static String reference(UUID id) {
        String digits = Long.toHexString(id.getLeastSignificantBits()).toUpperCase(java.util.Locale.ROOT);
        return "TS-" + digits.substring(digits.length() - 8, digits.length() - 4) + "-"
                + digits.substring(digits.length() - 4);
    }
}
