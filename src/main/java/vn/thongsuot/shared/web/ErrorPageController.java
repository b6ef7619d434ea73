package vn.thongsuot.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Uuids;

/// Errors raised outside MVC (filters, the server itself): the same words, the same two shapes.
@Controller
@PreAuthorize("denyAll()")
class ErrorPageController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPageController.class);

    private final Answers answers;
    private final InstantSource realTime;

    ErrorPageController(Answers answers, InstantSource realTime) {
        this.answers = answers;
        this.realTime = realTime;
    }

    @RequestMapping("/error")
    @PreAuthorize("permitAll()")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String reference = null;
        if (status >= 500) {
            reference = RefusalAdvice.reference(Uuids.next(realTime.instant()));
            LOG.error("{} failed outside MVC", reference, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        answers.write(request, response, refusal(status), reference);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 401 -> SharedProblem.SIGN_IN_NEEDED.because();
            case 403 -> SharedProblem.NOT_ALLOWED.because();
            case 404 -> SharedProblem.PAGE_ABSENT.because();
            case 409 -> SharedProblem.CHANGED_MEANWHILE.because();
            case 413 -> SharedProblem.TOO_LARGE.because();
            case 429 -> SharedProblem.TOO_MANY_REQUESTS.because();
            default -> status >= 500 ? SharedProblem.UNEXPECTED.because() : SharedProblem.BAD_REQUEST.because();
        };
    }
}
