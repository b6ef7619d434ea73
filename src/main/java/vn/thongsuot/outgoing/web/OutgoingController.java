package vn.thongsuot.outgoing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingPermission;
import vn.thongsuot.outgoing.OutgoingStatus;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The register of an agency one acts for.
@Controller
@RequestMapping("/outgoing")
@PreAuthorize("denyAll()")
class OutgoingController {

    private static final int PER_PART = 25;

    private final OutgoingDocuments documents;
    private final OutgoingPages pages;

    OutgoingController(OutgoingDocuments documents, OutgoingPages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ModelAndView index(Typed typed, Actor reader, Locale locale) {
        List<AgencyView> agencies = documents.agencies(reader);
        OutgoingAsked asked = OutgoingAsked.of(typed, agencies);
        if (asked == null) {
            return new ModelAndView(
                    "outgoing/list",
                    "view",
                    new OutgoingList(
                            "", List.of(), "", List.of(), List.of(), null, "", "", false, "/outgoing", null, null));
        }
        String after = typed.orNull("after");
        Page<OutgoingView> found = documents.list(reader, asked.filter(), after, PER_PART);
        return new ModelAndView(
                "outgoing/list",
                "view",
                new OutgoingList(
                        asked.agency().shortName(),
                        agencies.size() < 2 ? List.of() : agencies(agencies, asked),
                        asked.query(),
                        chips(documents.counts(reader, asked.agency().id()), asked),
                        pages.rows(found.items(), locale),
                        asked.type(),
                        asked.status() == null ? "" : asked.status().name(),
                        asked.agency().id().toString(),
                        agencies.stream()
                                .anyMatch(agency ->
                                        documents.allows(reader, OutgoingPermission.OUTGOING_DRAFT, agency.id())),
                        asked.href("/outgoing/export.csv", null),
                        found.next() == null ? null : asked.href("/outgoing", found.next()),
                        after == null ? null : asked.href("/outgoing", null)));
    }

    private static List<OutgoingList.Chip> agencies(List<AgencyView> agencies, OutgoingAsked asked) {
        return agencies.stream()
                .map(agency -> new OutgoingList.Chip(
                        agency.shortName(),
                        "/outgoing?agency=" + agency.id(),
                        null,
                        agency.id().equals(asked.agency().id())))
                .toList();
    }

    private static List<OutgoingList.Chip> chips(Map<OutgoingStatus, Long> counts, OutgoingAsked asked) {
        List<OutgoingList.Chip> chips = new ArrayList<>();
        chips.add(chip("outgoing.status.all", asked.with(null), null, asked.status() == null));
        for (OutgoingStatus status : OutgoingStatus.values()) {
            // Where nothing waits there is nothing to choose.
            boolean idle = status.open() && !counts.containsKey(status);
            if ((idle || status == OutgoingStatus.DISCARDED) && status != asked.status()) {
                continue;
            }
            chips.add(chip(
                    Words.key("outgoing.status.", status),
                    asked.with(status),
                    status.open() ? counts.getOrDefault(status, 0L) : null,
                    status == asked.status()));
        }
        return chips;
    }

    private static OutgoingList.Chip chip(String title, OutgoingAsked asked, @Nullable Long count, boolean chosen) {
        return new OutgoingList.Chip(title, asked.href("/outgoing", null), count, chosen);
    }
}
