package vn.thongsuot.access.web;

import java.time.InstantSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.thongsuot.access.AccessProperties;

/// Puts the {@link Gate} before every endpoint, and behind it the {@link Pace}.
@Configuration(proxyBeanMethods = false)
class GateConfiguration implements WebMvcConfigurer {

    private final Gate gate;
    private final Pace pace;

    GateConfiguration(Gate gate, AccessProperties properties, InstantSource realTime) {
        this.gate = gate;
        this.pace = new Pace(properties.limits(), realTime);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(pace).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }
}
