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
import vn.thongsuot.shared.Uuids;

/// Errors raised outside MVC, by filters and the servlet container: the same words, the same two shapes. What the
/// server could not even read is answered by {@link UnreadRequests}.
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
        if (Answers.ours(status)) {
            reference = RefusalAdvice.reference(Uuids.next(realTime.instant()));
            LOG.error("{} failed outside MVC", reference, (Throwable)
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        answers.writeOutside(request, response, status, reference);
    }
}
