package vn.thongsuot.dossier.web;

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
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The queue of the agency one acts for.
@Controller
@RequestMapping("/dossiers")
@PreAuthorize("denyAll()")
class DossiersController {

    private static final int PER_PART = 25;
    private static final String ENDED = "ENDED";
    private static final List<DossierStatus> OPEN = List.of(
            DossierStatus.RECEIVED,
            DossierStatus.PROCESSING,
            DossierStatus.AWAITING_SUPPLEMENT,
            DossierStatus.AWAITING_SIGNATURE,
            DossierStatus.SIGNED);

    private final Dossiers dossiers;
    private final DossierPages pages;

    DossiersController(Dossiers dossiers, DossierPages pages) {
        this.dossiers = dossiers;
        this.pages = pages;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DOSSIER_VIEW')")
    ModelAndView index(Typed typed, Actor reader, Locale locale) {
        String query = Typed.query(typed.text("q"));
        boolean ended = typed.text("status").equals(ENDED);
        DossierStatus status = !ended && typed.given("status") ? typed.choice("status", DossierStatus.class) : null;
        String after = typed.orNull("after");
        Page<DossierView> found = ended
                ? dossiers.ended(reader, query, after, PER_PART)
                : dossiers.open(reader, status == null ? OPEN : List.of(status), query, after, PER_PART);
        String chosen = ended ? ENDED : status == null ? null : status.name();
        return new ModelAndView(
                "dossier/list",
                "view",
                new DossierList(
                        reader instanceof Actor.Officer officer ? pages.agency(officer.agency()) : "",
                        query,
                        chips(dossiers.counts(reader), query, chosen),
                        found.items().stream()
                                .map(dossier -> pages.row(dossier, locale))
                                .toList(),
                        ended,
                        reader instanceof Actor.Officer officer
                                && dossiers.allows(reader, DossierPermission.DOSSIER_RECEIVE, officer.agency()),
                        found.next() == null ? null : href(query, chosen, found.next()),
                        after == null ? null : href(query, chosen, null)));
    }

    private static List<DossierList.Chip> chips(
            Map<DossierStatus, Long> counts, String query, @Nullable String chosen) {
        List<DossierList.Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new DossierList.Chip("dossier.status.open", href(query, null, null), all, chosen == null));
        for (DossierStatus status : OPEN) {
            chips.add(new DossierList.Chip(
                    Words.key("dossier.status.", status),
                    href(query, status.name(), null),
                    counts.getOrDefault(status, 0L),
                    status.name().equals(chosen)));
        }
        chips.add(new DossierList.Chip("dossier.status.ended", href(query, ENDED, null), null, ENDED.equals(chosen)));
        return chips;
    }

    private static String href(String query, @Nullable String status, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dossiers");
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (status != null) {
            address.queryParam("status", status);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return query.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(query).toUriString();
    }
}
