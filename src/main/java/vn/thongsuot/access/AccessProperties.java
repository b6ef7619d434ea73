package vn.thongsuot.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình truy cập.**
///
/// @param keys the folder of the key that encrypts the secrets of one-time codes, made at the first start; the same
/// for all nodes on one database
/// @param address where people open the installation, e.g. `https://dieuhanh.travinh.gov.vn`; passkeys belong to it
/// for ever. Without it: `http://localhost` and the port
/// @param triesPerAddress wrong sign-ins from one network address within 15 minutes before it has to wait
/// @param signOn how people of another sign-on service (`spring.security.oauth2.client`) are recognised
/// @param limits how many requests and how much data one caller may send
@Validated
@ConfigurationProperties("thongsuot.access")
public record AccessProperties(
        @NotNull Path keys,
        @Nullable URI address,
        @Min(1) @DefaultValue("100") int triesPerAddress,
        @Valid @DefaultValue SignOnRules signOn,
        @Valid @DefaultValue RequestLimits limits) {

    /// **Quy tắc nhận người.** Which account the claims of another sign-on service mean.
    ///
    /// @param accountClaim the claim that holds the account's sign-in name
    /// @param officerClaim the claim that holds the officer's id, where the service knows it; where both are there
    /// they must mean the same account
    public record SignOnRules(
            @NotBlank @DefaultValue("preferred_username") String accountClaim,
            @NotBlank @DefaultValue("officer_id") String officerClaim) {}
}
