package vn.thongsuot.outgoing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.Letter;
import vn.thongsuot.exchange.Shipment;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;

/// Writes an issued document as the exchange carries it.
@Component
class Letters {

    /// The place is that of the administrative unit whose agency issues: `Trà Vinh`, `Hòa Ân`.
    private static final Pattern UNIT =
            Pattern.compile("(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn) (\\p{Lu}.*)$");

    private final Directory directory;

    Letters(Directory directory) {
        this.directory = directory;
    }

    Shipment of(OutgoingView document, List<AgencyId> receivers, OutgoingView.File file) {
        Integer number = Objects.requireNonNull(document.number());
        LocalDate issued = Objects.requireNonNull(document.issued());
        return new Shipment(
                document.shipment(),
                document.agency(),
                receivers,
                new Letter(
                        OutgoingView.ordinal(number),
                        document.notation(),
                        issued,
                        place(document.agency()),
                        document.type().typeName(),
                        document.subject(),
                        new Letter.Signer(
                                "",
                                directory
                                        .post(document.signerPost())
                                        .map(PostView::title)
                                        .orElse(""),
                                directory
                                        .officer(document.signer())
                                        .map(OfficerView::name)
                                        .orElse("")),
                        document.urgency(),
                        null,
                        receivers.stream().map(this::name).toList(),
                        List.of(new Letter.Attachment(file.name(), file.hash()))));
    }

    private String name(AgencyId agency) {
        return directory.agency(agency).map(AgencyView::name).orElse("");
    }

    private String place(AgencyId agency) {
        for (AgencyView standing : directory.withAncestors(agency)) {
            Matcher unit = UNIT.matcher(standing.name());
            if (unit.find()) {
                return unit.group(1);
            }
        }
        return "";
    }
}
