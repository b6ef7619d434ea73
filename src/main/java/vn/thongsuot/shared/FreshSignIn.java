package vn.thongsuot.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// **Xác nhận lại.** Marks a controller's method as a dangerous act: whoever did not prove who they are within the
/// last ten minutes is asked to do so first, and then the act goes on with all that was typed. A program with an API
/// token cannot, and is refused. `access` asks; files of a multipart form are not kept meanwhile.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FreshSignIn {}
