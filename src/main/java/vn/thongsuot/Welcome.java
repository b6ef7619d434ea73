package vn.thongsuot;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Words;

/// **Lời chào.** Tells the person who started the province where it is, once it is there.
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            Duration taken = event.getTimeTaken();
            String words = String.format(
                    Words.VIETNAMESE,
                    "Thông Suốt đang chạy: http://localhost:%s   (sẵn sàng sau %,.1f giây; dừng bằng Ctrl+C)",
                    Integer.toString(context.getWebServer().getPort()),
                    taken == null ? 0 : taken.toMillis() / 1000.0);
            if (context.getEnvironment().containsProperty("logging.structured.format.console")) {
                LOG.info(words);
            } else {
                System.out.println("\n  " + words);
            }
        }
    }
}
