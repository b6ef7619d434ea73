package vn.thongsuot.shared;

import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// Real time for sessions, tokens and log checkpoints; business time is {@link BusinessClock}.
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    /// Fewer than the connection pool has, so that listeners never take the last connection from a request.
    private static final int LISTENERS_AT_ONCE = 12;

    private static final int STOP_WITHIN_SECONDS = 10;

    @Bean
    @Primary
    InstantSource realTime() {
        return Clock.systemUTC();
    }

    /// Runs listeners after the commit. Who hands one over still holds a connection and must never wait here for a
    /// free thread: the listener needs a connection, too, and both would wait for each other. So what cannot run
    /// yet is queued; what is queued when a node dies is in the event registry.
    @Bean
    ThreadPoolTaskExecutor applicationTaskExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("listener-");
        executor.setVirtualThreads(true);
        executor.setCorePoolSize(LISTENERS_AT_ONCE);
        executor.setMaxPoolSize(LISTENERS_AT_ONCE);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(STOP_WITHIN_SECONDS);
        return executor;
    }
}
