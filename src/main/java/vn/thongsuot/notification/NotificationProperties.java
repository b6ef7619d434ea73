package vn.thongsuot.notification;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình thông báo.**
///
/// @param keepRead how long a notice is kept after it was read or settled: 90 days, at least one; those
/// nobody read stay
@Validated
@ConfigurationProperties("thongsuot.notification")
public record NotificationProperties(
        @NotNull @DurationMin(days = 1) @DefaultValue("90d") Duration keepRead) {}
