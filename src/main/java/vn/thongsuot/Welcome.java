package vn.thongsuot;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// **Lời chào.** Tells the person who started the province where it is, once it is there.
@Component
class Welcome {

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            java.time.Duration taken = event.getTimeTaken();
            System.out.printf(
                    "%n  Thông Suốt đang chạy: http://localhost:%d   (sẵn sàng sau %,.1f giây; dừng bằng Ctrl+C)%n",
                    context.getWebServer().getPort(), taken == null ? 0 : taken.toMillis() / 1000.0);
        }
    }
}
