package vn.thongsuot.files;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// **Cấu hình kho tệp.**
///
/// @param folder where files lie; the same for all nodes on one database
/// @param largest no file larger than this is stored
@Validated
@ConfigurationProperties("thongsuot.files")
public record FilesProperties(
        @NotNull Path folder, @NotNull @DefaultValue("20MB") DataSize largest) {}
