package vn.thongsuot.exchange;

import org.springframework.stereotype.Component;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AgencyId;

/// Reaches the agencies of this installation.
@Component
class LocalConnector implements Connector {

    private final Inbound inbound;
    private final Directory directory;

    LocalConnector(Inbound inbound, Directory directory) {
        this.inbound = inbound;
        this.directory = directory;
    }

    @Override
    public boolean reaches(AgencyId agency) {
        return directory.agency(agency).isPresent();
    }

    @Override
    public void deliver(Packet packet) {
        inbound.accept(packet);
    }

    @Override
    public void report(StatusReport report) {
        inbound.hear(report);
    }
}
