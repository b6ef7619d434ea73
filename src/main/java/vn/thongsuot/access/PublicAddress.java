package vn.thongsuot.access;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// **Địa chỉ mở trang.** Where people open this installation: as configured, or this machine and its port. Known
/// only once the server listens.
@Component
public class PublicAddress {

    private final AccessProperties properties;
    private final Environment environment;

    PublicAddress(AccessProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /// Whether this process serves pages at all.
    boolean listens() {
        return environment.containsProperty("local.server.port");
    }

    /// Scheme, host and port, without a slash at the end: an origin as browsers write it.
    public URI origin() {
        URI address = properties.address();
        if (address == null) {
            return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(address.getScheme() + "://" + address.getHost() + port);
    }
}
