package vn.thongsuot.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Uuids;

/// Answers requests that reach no application at all, in the place of the server's own page: a line that is no
/// HTTP, headers too large, a length that is no number.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadRequests.class);

    private final Answers answers;
    private final InstantSource realTime;

    UnreadRequests(Answers answers, InstantSource realTime) {
        this.answers = answers;
        this.realTime = realTime;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(Valve.class.getName());
            }
            // Added last, thus innermost: it reports before the server's own valve does.
            host.getPipeline().addValve(new Valve(this));
        });
    }

    private void answer(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        String reference = null;
        if (Answers.ours(status)) {
            reference = RefusalAdvice.reference(Uuids.next(realTime.instant()));
            LOG.error("{} failed outside the application", reference, failure);
        }
        try {
            answers.writeOutside(request, response, status, reference);
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Tomcat's place for reporting what no application answered.
    private static final class Valve extends ErrorReportValve {

        private final UnreadRequests answering;

        Valve(UnreadRequests answering) {
            this.answering = answering;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            AtomicBoolean allowed = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
            if (allowed.get()) {
                answering.answer(request, response, failure);
            }
        }
    }
}
