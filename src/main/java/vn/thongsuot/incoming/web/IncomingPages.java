package vn.thongsuot.incoming.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingEvent;
import vn.thongsuot.incoming.IncomingPermission;
import vn.thongsuot.incoming.IncomingStatus;
import vn.thongsuot.incoming.IncomingView;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// Says in people's words what incoming documents are.
@Component
class IncomingPages {

    /// The way of a document that nothing stops.
    private static final List<String> WAY = List.of("Arrived", "Registered", "Assigned", "Started", "Finished");

    private static final int MINUTES = 16;

    private final IncomingDocuments documents;
    private final Directory directory;
    private final IncomingFiles files;
    private final Words words;

    IncomingPages(IncomingDocuments documents, Directory directory, IncomingFiles files, Words words) {
        this.documents = documents;
        this.directory = directory;
        this.files = files;
        this.words = words;
    }

    IncomingList.Row row(IncomingView document) {
        return new IncomingList.Row(document, agency(document.sender()), name(document.handler()));
    }

    IncomingPage page(IncomingView document, Actor reader, @Nullable String error, Locale locale) {
        List<IncomingView.Act> acts = documents.acts(document);
        IncomingView.Act directed = last(acts, "Assigned");
        ArrivalView arrival = documents.arrival(document);
        IncomingPage.May may = may(document, reader, arrival);
        return new IncomingPage(
                document,
                agency(document.agency()),
                agency(document.sender()),
                name(document.handler()),
                flow(document, acts, locale),
                files.papers(document),
                acts.stream().map(act -> act(act, locale)).toList(),
                may.assign() ? officers(document) : List.of(),
                directed == null ? null : directed.reason(),
                directed == null ? "" : who(directed.officer(), directed.post()),
                wanted(document, arrival) ? arrival.recallReason() : null,
                seen(document, arrival),
                may,
                error);
    }

    /// Another when the document changed, or was asked back.
    static String seen(IncomingView document, ArrivalView arrival) {
        return document.version() + "." + arrival.recall();
    }

    private List<IncomingPage.Choice> officers(IncomingView document) {
        return documents.officers(document).stream()
                .map(member -> new IncomingPage.Choice(
                        member.officer().id().toString(),
                        member.officer().name() + ", " + member.post().title()))
                .toList();
    }

    /// Whether its sender waits for an answer.
    private static boolean wanted(IncomingView document, ArrivalView arrival) {
        return arrival.recall().open() && document.status().returnable();
    }

    /// What the reader may do to the document as it is now.
    private IncomingPage.May may(IncomingView document, Actor reader, ArrivalView arrival) {
        boolean registers = documents.allows(reader, IncomingPermission.INCOMING_REGISTER, document.agency());
        IncomingStatus status = document.status();
        boolean mine =
                reader instanceof Actor.Officer officer && officer.officer().equals(document.handler());
        return new IncomingPage.May(
                registers && status == IncomingStatus.ARRIVED,
                documents.allows(reader, IncomingPermission.INCOMING_ASSIGN, document.agency())
                        && status.after(IncomingEvent.Assigned.class).isPresent(),
                mine && status == IncomingStatus.ASSIGNED,
                mine && status == IncomingStatus.HANDLING,
                registers && wanted(document, arrival));
    }

    private List<IncomingPage.Station> flow(IncomingView document, List<IncomingView.Act> acts, Locale locale) {
        int done = done(document.status(), acts);
        List<IncomingPage.Station> flow = new ArrayList<>();
        for (int step = 0; step < WAY.size(); step++) {
            IncomingView.Act act = last(acts, WAY.get(step));
            boolean past = step < done;
            flow.add(new IncomingPage.Station(
                    words.of(locale, "incoming.step." + WAY.get(step)),
                    past && act != null ? name(act.officer()) : "",
                    past && act != null ? Shell.exact(act.at()).substring(0, MINUTES) : "",
                    past ? "is-past" : step == done && document.status().open() ? "is-now" : "is-next"));
        }
        return flow;
    }

    private static int done(IncomingStatus status, List<IncomingView.Act> acts) {
        return switch (status) {
            case ARRIVED -> 1;
            case REGISTERED -> 2;
            case ASSIGNED -> 3;
            case HANDLING -> 4;
            case DONE -> 5;
            case REFUSED, RECALLED ->
                (int) WAY.stream().filter(step -> last(acts, step) != null).count();
        };
    }

    private static IncomingView.@Nullable Act last(List<IncomingView.Act> acts, String event) {
        return acts.stream()
                .filter(act -> act.event().equals(event))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private IncomingPage.Act act(IncomingView.Act act, Locale locale) {
        return new IncomingPage.Act(
                words.of(locale, "incoming.act." + act.event()),
                act.officer() == null ? words.of(locale, "incoming.by-itself") : who(act.officer(), act.post()),
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
                post == null ? "" : directory.post(post).map(PostView::title).orElse("");
        return Stream.of(name(officer), title).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
