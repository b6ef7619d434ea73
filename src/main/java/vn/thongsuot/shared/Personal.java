package vn.thongsuot.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// **Dữ liệu cá nhân.** Marks an event's component as personal data. Its value is kept outside the sealed entry,
/// encrypted under
/// the key of the subject named by the event's component `subject()`, which can be destroyed.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
public @interface Personal {

    /// Name of the record component that identifies the person (its `toString()` is the subject).
    String subject();
}
