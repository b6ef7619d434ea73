package vn.thongsuot.outgoing.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.outgoing.DocumentType;
import vn.thongsuot.outgoing.OutgoingFilter;
import vn.thongsuot.outgoing.OutgoingStatus;
import vn.thongsuot.shared.web.Typed;

/// What a list's address asks for.
record OutgoingAsked(
        AgencyView agency,
        @Nullable OutgoingStatus status,
        @Nullable DocumentType type,
        String query) {

    /// Of the agencies the reader may see the one named, or else the first; null where there is none.
    static @Nullable OutgoingAsked of(Typed typed, List<AgencyView> agencies) {
        UUID named = typed.id("agency");
        AgencyView agency = agencies.stream()
                .filter(one -> one.id().value().equals(named))
                .findFirst()
                .orElse(agencies.isEmpty() ? null : agencies.getFirst());
        return agency == null
                ? null
                : new OutgoingAsked(
                        agency,
                        typed.given("status") ? typed.choice("status", OutgoingStatus.class) : null,
                        typed.given("type") ? typed.choice("type", DocumentType.class) : null,
                        Typed.query(typed.text("q")));
    }

    OutgoingFilter filter() {
        return new OutgoingFilter(agency.id(), status == null ? Set.of() : Set.of(status), type, query);
    }

    OutgoingAsked with(@Nullable OutgoingStatus other) {
        return new OutgoingAsked(agency, other, type, query);
    }

    String href(String path, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("agency", agency.id());
        if (status != null) {
            address.queryParam("status", status);
        }
        if (type != null) {
            address.queryParam("type", type);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return query.isEmpty()
                ? address.build().toUriString()
                : address.queryParam("q", "{q}").encode().buildAndExpand(query).toUriString();
    }
}
