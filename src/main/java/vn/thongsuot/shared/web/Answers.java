package vn.thongsuot.shared.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Words;

/// **Câu trả lời khi không làm được.** One place writes every error: RFC 9457 (`application/problem+json`) for
/// programs, a page of
/// the same words for people. Used by the advice, by the security filters and by the server's error page alike.
@Component
public final class Answers {

    /// What a page of ours may load and do; sent with every answer.
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final Words words;
    private final Shells shells;
    private final TemplateEngine templates;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Answers(Words words, Shells shells, TemplateEngine templates, JsonMapper json, MeterRegistry meters) {
        this.words = words;
        this.shells = shells;
        this.templates = templates;
        this.json = json;
        this.meters = meters;
    }

    /// Writes `refusal`; `reference` is the number under which the log holds more, where it does.
    public void write(
            HttpServletRequest request, HttpServletResponse response, Refusal refusal, @Nullable String reference)
            throws IOException {
        write(request, response, refusal, reference, Map.of());
    }

    /// The same, with the words for each wrong field by its name.
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Refusal refusal,
            @Nullable String reference,
            Map<String, String> fields)
            throws IOException {
        Problem problem = refusal.problem();
        meters.counter("thongsuot.refusals", "code", problem.code()).increment();
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status(problem.kind()));
        response.setHeader("Cache-Control", "no-store");
        Locale locale = shells.locale(request);
        String title = words.of(locale, "problem." + problem.code());
        String detail = detail(locale, refusal);
        if (forPrograms(request)) {
            writeJson(request, response, problem, title, detail, reference, fields);
        } else {
            writePage(request, response, problem, title, detail, reference);
        }
    }

    /// Writes the answer to a request that failed with `status` before or beside every controller: no filter of
    /// ours may have seen it, so that it brings the headers of a page itself.
    void writeOutside(HttpServletRequest request, HttpServletResponse response, int status, @Nullable String reference)
            throws IOException {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "same-origin");
        }
        write(request, response, outside(status), reference);
    }

    private static Refusal outside(int status) {
        return switch (status) {
            case 401 -> SharedProblem.SIGN_IN_NEEDED.because();
            case 403 -> SharedProblem.NOT_ALLOWED.because();
            case 404 -> SharedProblem.PAGE_ABSENT.because();
            case 409 -> SharedProblem.CHANGED_MEANWHILE.because();
            case 413 -> SharedProblem.TOO_LARGE.because();
            case 429 -> SharedProblem.TOO_MANY_REQUESTS.because();
            default -> ours(status) ? SharedProblem.UNEXPECTED.because() : SharedProblem.BAD_REQUEST.because();
        };
    }

    /// Whether the failure is the platform's: 501 and 505 name what the request asked for.
    static boolean ours(int status) {
        return status >= 500 && status != 501 && status != 505;
    }

    static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case ABSENT -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case INTERNAL -> 500;
        };
    }

    /// Whether the answer is read by a program: an API address, or a request that does not want HTML.
    public static boolean forPrograms(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // A request the server could not read has no address.
        String path = forwarded instanceof String original ? original : String.valueOf(request.getRequestURI());
        String accept = request.getHeader("Accept");
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator/")
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    private @Nullable String detail(Locale locale, Refusal refusal) {
        String key = "problem." + refusal.problem().code() + ".detail";
        return words.has(key) ? words.of(locale, key, refusal.arguments().toArray()) : null;
    }

    private void writeJson(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            String title,
            @Nullable String detail,
            @Nullable String reference,
            Map<String, String> fields)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + problem.code());
        body.put("title", title);
        body.put("status", status(problem.kind()));
        if (detail != null) {
            body.put("detail", detail);
        }
        body.put("instance", instance(request));
        if (reference != null) {
            body.put("reference", reference);
        }
        if (!fields.isEmpty()) {
            body.put("errors", fields);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), body);
    }

    /// The address asked for; in an error's second round that is not the address of the error page.
    private static String instance(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : String.valueOf(request.getRequestURI());
    }

    private void writePage(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            String title,
            @Nullable String detail,
            @Nullable String reference)
            throws IOException {
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        response.setContentType("text/html;charset=UTF-8");
        Utf8ByteOutput output = new Utf8ByteOutput();
        ErrorView view = new ErrorView(status(problem.kind()), title, detail, reference);
        Map<String, Object> model = Map.of("shell", shells.of(request), "view", view);
        templates.render(fragment ? "shared/problem.jte" : "shared/error.jte", model, output);
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
