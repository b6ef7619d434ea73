package vn.thongsuot.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình nhật ký.**
///
/// @param keys the folder of the log's keys, made at the first start; the same for all nodes on one database,
/// kept apart from the database and its backups
/// @param name what the log calls itself in its checkpoints; must not change later
@Validated
@ConfigurationProperties("thongsuot.audit")
public record AuditProperties(
        @NotNull Path keys,

        @Pattern(regexp = "[a-zA-Z0-9./-]+") @DefaultValue("thongsuot")
        String name) {}
