/// **Liên thông văn bản.** Carries documents between agencies and their states back: also between two agencies of this
/// installation, which is one more connector and no shorter way.
///
/// Face: {@link vn.thongsuot.exchange.Exchange} for the modules of documents; {@link vn.thongsuot.exchange.Inbound} for
/// connectors ({@link vn.thongsuot.exchange.Connector}). What waits to be carried stands in tables, is carried after
/// commit, at least once, and taken up again by any node; whoever hears twice or late is not confused
/// ({@link vn.thongsuot.exchange.DeliveryState}).
///
/// Tables: `exchange.shipment`, `exchange.delivery`, `exchange.arrival`, `exchange.status`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization", "files"})
package vn.thongsuot.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
