package vn.thongsuot.signing;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình ký số.**
///
/// @param keys the folder of the key that seals the demonstration's signing keys, made at the first start; the same
/// for all nodes on one database
@Validated
@ConfigurationProperties("thongsuot.signing")
public record SigningProperties(@NotNull Path keys) {}
