package vn.thongsuot.shared;

import java.util.Collection;
import java.util.Map;

/// **Chủ đề riêng.** A topic of {@link Signals} of which every open page hears only what concerns whoever
/// opened it. A module registers it as a bean; nobody can ask to hear somebody else's, since whose it is
/// comes from the session.
public interface PersonalTopic {

    /// Announced when anything changed for anybody.
    String name();

    /// Who may hear it at all.
    Permission permission();

    /// How things stand for each of `officers`, who have a page open on this node, as an opaque mark:
    /// another mark tells their pages. Asked at every announcement, so one query for all of them; who is
    /// left out has the empty mark.
    Map<OfficerId, String> marks(Collection<OfficerId> officers);
}
