package vn.thongsuot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/// **Ứng dụng.** Starts the province: the embedded PostgreSQL first when no database address is given, then
/// everything else.
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Thông Suốt",
        sharedModules = {"shared", "audit"})
public class Application {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EmbeddedDatabase());
        application.run(args);
    }
}
