package vn.thongsuot.shared;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// Real time for sessions, tokens and log checkpoints; business time is {@link BusinessClock}.
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    @Primary
    InstantSource realTime() {
        return Clock.systemUTC();
    }
}
