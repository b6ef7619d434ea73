package vn.thongsuot.organization.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Words;

/// Draws the tree of agencies, open from the top down to the one looked at.
@Component
class Trees {

    private final Directory directory;

    Trees(Directory directory) {
        this.directory = directory;
    }

    /// The whole tree on the day of `asOf`; without `selected` only the top is open.
    List<TreeView> of(AsOf asOf, @Nullable AgencyId selected) {
        List<AgencyView> roots = directory.roots(asOf.day());
        Set<AgencyId> open = selected == null
                ? roots.stream().map(AgencyView::id).collect(Collectors.toSet())
                : directory.withAncestors(selected, asOf.day()).stream()
                        .map(AgencyView::id)
                        .collect(Collectors.toSet());
        Drawing drawing = new Drawing(asOf, open, selected, directory.sizes(asOf.day()));
        return roots.stream().map(root -> branch(root, drawing)).toList();
    }

    /// One branch, opened or closed.
    TreeView branch(AsOf asOf, AgencyView agency, boolean open) {
        Set<AgencyId> opened = open ? Set.of(agency.id()) : Set.of();
        return branch(agency, new Drawing(asOf, opened, null, directory.sizes(asOf.day())));
    }

    private record Drawing(
            AsOf asOf, Set<AgencyId> open, @Nullable AgencyId selected, Map<AgencyId, Integer> sizes) {}

    private TreeView branch(AgencyView agency, Drawing drawing) {
        AsOf asOf = drawing.asOf();
        int count = drawing.sizes().getOrDefault(agency.id(), 1);
        boolean open = count > 1 && drawing.open().contains(agency.id());
        return new TreeView(
                agency.id().toString(),
                agency.shortName(),
                asOf.link(AgencyForms.page(agency.id())),
                count,
                count > 1 ? asOf.link("/directory/tree/" + agency.id() + "?open=" + !open) : null,
                open,
                agency.id().equals(drawing.selected()),
                open ? groups(directory.children(agency.id(), asOf.day()), drawing) : List.of());
    }

    private List<TreeView.Group> groups(List<AgencyView> children, Drawing drawing) {
        Map<AgencyLevel, List<AgencyView>> levels =
                children.stream().collect(Collectors.groupingBy(AgencyView::level, TreeMap::new, Collectors.toList()));
        return levels.entrySet().stream()
                .map(level -> new TreeView.Group(
                        levels.size() == 1 ? null : Words.key("organization.level.", level.getKey()),
                        level.getValue().stream()
                                .map(child -> branch(child, drawing))
                                .toList()))
                .toList();
    }
}
