package vn.thongsuot.outgoing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.DeliveryView;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.exchange.Recall;
import vn.thongsuot.exchange.ShipmentCount;
import vn.thongsuot.exchange.ShipmentId;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingId;
import vn.thongsuot.outgoing.OutgoingPermission;
import vn.thongsuot.outgoing.OutgoingStatus;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// Says in people's words what outgoing documents are.
@Component
class OutgoingPages {

    /// The way of a document that nothing stops.
    private static final List<String> WAY = List.of("Drafted", "Submitted", "Signed", "Numbered", "Sealed", "Issued");

    private final OutgoingDocuments documents;
    private final Exchange exchange;
    private final Directory directory;
    private final OutgoingFiles files;
    private final Words words;

    OutgoingPages(
            OutgoingDocuments documents, Exchange exchange, Directory directory, OutgoingFiles files, Words words) {
        this.documents = documents;
        this.exchange = exchange;
        this.directory = directory;
        this.files = files;
        this.words = words;
    }

    List<OutgoingList.Row> rows(List<OutgoingView> found, Locale locale) {
        Map<ShipmentId, ShipmentCount> counts =
                exchange.counts(found.stream().map(OutgoingView::shipment).toList());
        Map<OutgoingId, List<AgencyId>> receivers = documents.receivers(found);
        return found.stream()
                .map(document -> new OutgoingList.Row(
                        document,
                        name(document.signer()),
                        receivers(receivers.getOrDefault(document.id(), List.of()), locale),
                        counts.getOrDefault(document.shipment(), ShipmentCount.NONE)))
                .toList();
    }

    /// `Sở Tư pháp` or `Sở Tư pháp và 3 nơi khác`.
    private String receivers(List<AgencyId> receivers, Locale locale) {
        return receivers.isEmpty()
                ? ""
                : receivers.size() == 1
                        ? agency(receivers.getFirst())
                        : words.of(
                                locale, "outgoing.receivers.more", agency(receivers.getFirst()), receivers.size() - 1);
    }

    OutgoingPage page(OutgoingView document, Actor reader, @Nullable String error, Locale locale) {
        List<OutgoingView.Act> acts = documents.acts(document);
        String failure = document.sealFailure();
        return new OutgoingPage(
                document,
                agency(document.agency()),
                who(document.signer(), document.signerPost()),
                name(document.drafter()),
                flow(document, acts, locale),
                files.papers(document, locale),
                receivers(document),
                acts.stream().map(act -> act(act, locale)).toList(),
                may(document, reader),
                failure == null ? null : words.of(locale, "problem." + failure),
                error);
    }

    List<OutgoingPage.Receiver> receivers(OutgoingView document) {
        List<DeliveryView> deliveries = exchange.deliveries(document.shipment());
        return deliveries.isEmpty()
                ? documents.receivers(document).stream()
                        .map(agency ->
                                new OutgoingPage.Receiver(agency(agency), null, Recall.NONE, null, null, 0, false))
                        .toList()
                : deliveries.stream()
                        .map(delivery -> new OutgoingPage.Receiver(
                                agency(delivery.receiver()),
                                delivery.state(),
                                delivery.recall(),
                                delivery.reason(),
                                delivery.changed(),
                                delivery.tries(),
                                delivery.failure() != null))
                        .toList();
    }

    /// What the reader may do to the document as it is now.
    private OutgoingPage.May may(OutgoingView document, Actor reader) {
        boolean issues = documents.allows(reader, OutgoingPermission.OUTGOING_ISSUE, document.agency());
        boolean drafts = is(reader, document.drafter())
                && documents.allows(reader, OutgoingPermission.OUTGOING_DRAFT, document.agency());
        OutgoingStatus status = document.status();
        return new OutgoingPage.May(
                drafts && status == OutgoingStatus.DRAFT,
                drafts && status == OutgoingStatus.AWAITING_SIGNATURE,
                is(reader, document.signer())
                        && status == OutgoingStatus.AWAITING_SIGNATURE
                        && documents.allows(reader, OutgoingPermission.OUTGOING_SIGN, document.agency()),
                issues && status == OutgoingStatus.SIGNED,
                issues && status == OutgoingStatus.SEALED,
                issues
                        && (status == OutgoingStatus.SIGNED
                                || status == OutgoingStatus.NUMBERED
                                || status == OutgoingStatus.SEALED),
                issues && status == OutgoingStatus.ISSUED);
    }

    private static boolean is(Actor reader, OfficerId officer) {
        return reader instanceof Actor.Officer acting && acting.officer().equals(officer);
    }

    private List<OutgoingPage.Station> flow(OutgoingView document, List<OutgoingView.Act> acts, Locale locale) {
        int done = done(document.status(), acts);
        List<OutgoingPage.Station> flow = new ArrayList<>();
        for (int step = 0; step < WAY.size(); step++) {
            String event = WAY.get(step);
            OutgoingView.Act act = acts.stream()
                    .filter(one -> one.event().equals(event))
                    .reduce((_, later) -> later)
                    .orElse(null);
            boolean past = step < done;
            flow.add(new OutgoingPage.Station(
                    words.of(locale, "outgoing.step." + event),
                    past && act != null && act.officer() != null ? name(act.officer()) : "",
                    past && act != null ? Shell.exact(act.at()).substring(0, 16) : "",
                    past ? "is-past" : step == done && document.status().open() ? "is-now" : "is-next"));
        }
        return flow;
    }

    private static int done(OutgoingStatus status, List<OutgoingView.Act> acts) {
        return switch (status) {
            case DRAFT -> 1;
            case AWAITING_SIGNATURE -> 2;
            case SIGNED -> 3;
            case NUMBERED -> 4;
            case SEALED -> 5;
            case ISSUED, RECALLED -> 6;
            case DISCARDED, CANCELLED ->
                (int) WAY.stream()
                        .filter(step ->
                                acts.stream().anyMatch(act -> act.event().equals(step)))
                        .count();
        };
    }

    private OutgoingPage.Act act(OutgoingView.Act act, Locale locale) {
        return new OutgoingPage.Act(
                words.of(locale, "outgoing.act." + act.event()),
                act.officer() == null ? words.of(locale, "outgoing.by-itself") : who(act.officer(), act.post()),
                Shell.exact(act.at()),
                act.reason());
    }

    String agency(AgencyId agency) {
        return directory.agency(agency).map(AgencyView::shortName).orElse("");
    }

    String name(@Nullable OfficerId officer) {
        return officer == null
                ? ""
                : directory.officer(officer).map(OfficerView::name).orElse("");
    }

    private String who(@Nullable OfficerId officer, @Nullable PostId post) {
        String title =
                post == null ? null : directory.post(post).map(PostView::title).orElse(null);
        return Stream.of(name(officer), title)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
