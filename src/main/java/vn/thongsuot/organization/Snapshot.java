package vn.thongsuot.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// The whole organization, past and present, as it was when read: immutable, some ten thousand small records.
final class Snapshot {

    final Map<AgencyId, AgencyView> agencies;
    final Map<AgencyId, List<AgencyView>> children;
    final Map<AgencyId, List<UnitView>> units;
    final Map<PostId, PostView> posts;
    final Map<AgencyId, List<PostView>> postsOfAgency;
    final Map<OfficerId, OfficerView> officers;
    final Map<OfficerId, List<HoldingView>> holdingsOfOfficer;
    final Map<PostId, List<HoldingView>> holdingsOfPost;
    final List<Named<AgencyView>> agencyNames;
    final List<Named<OfficerView>> officerNames;

    /// A thing with its name made comparable.
    record Named<T>(T thing, Folded name) {}

    Snapshot(
            List<AgencyView> agencies,
            List<UnitView> units,
            List<PostView> posts,
            List<OfficerView> officers,
            List<HoldingView> holdings) {
        this.agencies = index(agencies, AgencyView::id);
        this.children = new HashMap<>();
        for (AgencyView agency : agencies) {
            AgencyId parent = agency.parent();
            if (parent != null) {
                children.computeIfAbsent(parent, _ -> new java.util.ArrayList<>())
                        .add(agency);
            }
        }
        this.units = units.stream().collect(Collectors.groupingBy(UnitView::agency));
        this.posts = index(posts, PostView::id);
        this.postsOfAgency = posts.stream().collect(Collectors.groupingBy(PostView::agency));
        this.officers = index(officers, OfficerView::id);
        this.holdingsOfOfficer = holdings.stream().collect(Collectors.groupingBy(HoldingView::officer));
        this.holdingsOfPost = holdings.stream().collect(Collectors.groupingBy(HoldingView::post));
        this.agencyNames = agencies.stream()
                .map(agency -> new Named<>(agency, Folded.of(agency.shortName() + " " + codes(agency))))
                .toList();
        this.officerNames = officers.stream()
                .map(officer -> new Named<>(officer, Folded.of(officer.name())))
                .toList();
    }

    private static String codes(AgencyView agency) {
        return agency.codes().stream().map(AgencyCode::code).collect(Collectors.joining(" "));
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        Map<K, V> map = HashMap.newHashMap(values.size());
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    /// The agency itself first, then its parent, and so on up.
    List<AgencyView> upward(AgencyId start) {
        java.util.ArrayList<AgencyView> chain = new java.util.ArrayList<>();
        @Nullable AgencyId next = start;
        while (next != null && chain.size() < 20) {
            AgencyView agency = agencies.get(next);
            if (agency == null) {
                break;
            }
            chain.add(agency);
            next = agency.parent();
        }
        return chain;
    }
}
