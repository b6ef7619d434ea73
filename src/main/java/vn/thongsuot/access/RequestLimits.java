package vn.thongsuot.access;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// **Giới hạn yêu cầu.** How many requests and how much data one caller may send: so many at once (`…Burst`), so many
/// in the long run (`…PerSecond`). With the given values an agency of hundreds of officers behind one address can work,
/// and a program that has run wild is stopped.
///
/// @param addressBurst requests of one address. Addresses of this machine are not counted: behind a proxy that does not
/// name its clients everyone would share one
/// @param addressPerSecond the same, in the long run
/// @param entranceBurst attempts to enter from one address, on top of the locks after wrong passwords
/// @param entrancePerSecond the same, in the long run
/// @param pagesBurst requests of one account to pages
/// @param pagesPerSecond the same, in the long run
/// @param programsBurst requests of one account to the API
/// @param programsPerSecond the same, in the long run
/// @param costlyBurst requests of one account to what takes the server long
/// @param costlyPerSecond the same, in the long run
/// @param atOnce requests of one address that are being answered at the same time
/// @param openBody the largest body sent by somebody who has not entered
/// @param body the largest form or JSON body
/// @param upload the largest body with files
public record RequestLimits(
        @Min(1) @DefaultValue("2000") int addressBurst,
        @Positive @DefaultValue("300") double addressPerSecond,
        @Min(1) @DefaultValue("60") int entranceBurst,
        @Positive @DefaultValue("1") double entrancePerSecond,
        @Min(1) @DefaultValue("300") int pagesBurst,
        @Positive @DefaultValue("20") double pagesPerSecond,
        @Min(1) @DefaultValue("600") int programsBurst,
        @Positive @DefaultValue("100") double programsPerSecond,
        @Min(1) @DefaultValue("20") int costlyBurst,
        @Positive @DefaultValue("0.5") double costlyPerSecond,
        @Min(1) @DefaultValue("200") int atOnce,
        @NotNull @DefaultValue("16KB") DataSize openBody,
        @NotNull @DefaultValue("1MB") DataSize body,
        @NotNull @DefaultValue("25MB") DataSize upload) {}
