package vn.thongsuot.incoming.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.incoming.IncomingFilter;
import vn.thongsuot.incoming.IncomingStatus;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.web.Typed;

/// What a list's address asks for.
record IncomingAsked(
        AgencyView agency,
        @Nullable IncomingStatus status,
        @Nullable Urgency urgency,
        String query) {

    /// Of the agencies the reader may see the one named, or else the first; null where there is none.
    static @Nullable IncomingAsked of(Typed typed, List<AgencyView> agencies) {
        UUID named = typed.id("agency");
        AgencyView agency = agencies.stream()
                .filter(one -> one.id().value().equals(named))
                .findFirst()
                .orElse(agencies.isEmpty() ? null : agencies.getFirst());
        return agency == null
                ? null
                : new IncomingAsked(
                        agency,
                        typed.given("status") ? typed.choice("status", IncomingStatus.class) : null,
                        typed.given("urgency") ? typed.choice("urgency", Urgency.class) : null,
                        Typed.query(typed.text("q")));
    }

    IncomingFilter filter() {
        return new IncomingFilter(agency.id(), status == null ? Set.of() : Set.of(status), urgency, query);
    }

    IncomingAsked with(@Nullable IncomingStatus other) {
        return new IncomingAsked(agency, other, urgency, query);
    }

    String href(String path, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("agency", agency.id());
        if (status != null) {
            address.queryParam("status", status);
        }
        if (urgency != null) {
            address.queryParam("urgency", urgency);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return query.isEmpty()
                ? address.build().toUriString()
                : address.queryParam("q", "{q}").encode().buildAndExpand(query).toUriString();
    }
}
