package vn.thongsuot.exchange;

import java.util.List;
import java.util.Map;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Chances;

/// **Nơi nhận văn bản minh họa.** Whoever registers what comes in, asked what becomes of made-up letters.
public interface MadeArrivals {

    /// Agencies that register what comes in, in the order of the directory.
    List<AgencyId> receivers();

    /// Takes `arrivals` in, and lets happen what may have happened to them since, in the transaction under way: how far
    /// each is.
    Map<ArrivalId, DeliveryState> receive(List<ArrivalView> arrivals, Chances chances);
}
