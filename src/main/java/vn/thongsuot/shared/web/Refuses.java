package vn.thongsuot.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.thongsuot.shared.Problem;

/// **Có thể từ chối.** What an operation of the API may refuse for reasons of its own, beside those that any may
/// have; written into the description of the API.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /// The enum of the module's problems.
    Class<? extends Enum<? extends Problem>> of();

    /// Names of its constants.
    String[] value();
}
