package vn.thongsuot.incoming.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingStatus;
import vn.thongsuot.incoming.IncomingView;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The register of an agency one acts for.
@Controller
@RequestMapping("/incoming")
@PreAuthorize("denyAll()")
class IncomingController {

    private static final int PER_PART = 25;

    private final IncomingDocuments documents;
    private final IncomingPages pages;

    IncomingController(IncomingDocuments documents, IncomingPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ModelAndView index(Typed typed, Actor reader) {
        return list("incoming/list", typed, reader);
    }

    /// The same part anew for an open page.
    @GetMapping("/now")
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ModelAndView now(Typed typed, Actor reader) {
        return list("incoming/rows", typed, reader);
    }

    private ModelAndView list(String template, Typed typed, Actor reader) {
        List<AgencyView> agencies = documents.agencies(reader);
        IncomingAsked asked = IncomingAsked.of(typed, agencies);
        if (asked == null) {
            return new ModelAndView(
                    template,
                    "view",
                    new IncomingList(
                            "",
                            List.of(),
                            "",
                            List.of(),
                            List.of(),
                            null,
                            "",
                            "",
                            "/incoming/now",
                            "/incoming",
                            null,
                            null));
        }
        String after = typed.orNull("after");
        Page<IncomingView> found = documents.list(reader, asked.filter(), after, PER_PART);
        return new ModelAndView(
                template,
                "view",
                new IncomingList(
                        asked.agency().shortName(),
                        agencies.size() < 2 ? List.of() : agencies(agencies, asked),
                        asked.query(),
                        chips(documents.counts(reader, asked.agency().id()), asked),
                        found.items().stream().map(pages::row).toList(),
                        asked.urgency(),
                        asked.status() == null ? "" : asked.status().name(),
                        asked.agency().id().toString(),
                        asked.href("/incoming/now", after),
                        asked.href("/incoming/export.csv", null),
                        found.next() == null ? null : asked.href("/incoming", found.next()),
                        after == null ? null : asked.href("/incoming", null)));
    }

    private static List<IncomingList.Chip> agencies(List<AgencyView> agencies, IncomingAsked asked) {
        return agencies.stream()
                .map(agency -> new IncomingList.Chip(
                        agency.shortName(),
                        "/incoming?agency=" + agency.id(),
                        null,
                        agency.id().equals(asked.agency().id())))
                .toList();
    }

    private static List<IncomingList.Chip> chips(Map<IncomingStatus, Long> counts, IncomingAsked asked) {
        List<IncomingList.Chip> chips = new ArrayList<>();
        chips.add(chip("incoming.status.all", asked.with(null), null, asked.status() == null));
        for (IncomingStatus status : IncomingStatus.values()) {
            // Where nothing waits there is nothing to choose.
            if (status.open() && !counts.containsKey(status) && status != asked.status()) {
                continue;
            }
            chips.add(chip(
                    Words.key("incoming.status.", status),
                    asked.with(status),
                    status.open() ? counts.getOrDefault(status, 0L) : null,
                    status == asked.status()));
        }
        return chips;
    }

    private static IncomingList.Chip chip(String title, IncomingAsked asked, @Nullable Long count, boolean chosen) {
        return new IncomingList.Chip(title, asked.href("/incoming", null), count, chosen);
    }
}
