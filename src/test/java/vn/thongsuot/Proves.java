package vn.thongsuot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Says which numbered requirements a test proves (`@Proves({"H1.2", "H2.1"})`). `bin/accept` runs these tests
/// and prints a line per requirement; a requirement passes when every test that says so passes.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Inherited
@Tag("proof")
public @interface Proves {

    String[] value();
}
