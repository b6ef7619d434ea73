package vn.thongsuot.shared;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình chung.**
///
/// @param demonstration `true`: load the demonstration province and let its clock be moved; `false` (profile
/// `production`): neither
/// @param province the name the shell shows beside the brand, e.g. `Tỉnh Trà Vinh`
@Validated
@ConfigurationProperties("thongsuot")
public record SharedProperties(
        @DefaultValue("true") boolean demonstration,
        @NotBlank @DefaultValue("Tỉnh Trà Vinh") String province) {}
