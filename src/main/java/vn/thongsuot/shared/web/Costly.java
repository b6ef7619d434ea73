package vn.thongsuot.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// **Việc nặng.** Marks an endpoint that takes the server long (an export, an import, a large computation): one
/// account may ask for it only now and then.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Costly {}
