package vn.thongsuot.shared;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Người đang giữ quyền.** The other way round from {@link Authority}: who may do something, so that a
/// module can tell them that there is something to do. Implemented by `access`.
public interface Holders {

    /// Officers who at this moment hold `permission` for the affairs of `agency` under a post of that agency, or
    /// of the office that does its business, their own or one lent to them by delegation; each once for every such
    /// post. Who reaches the agency only from above is not among them: its work does not lie on their desk.
    List<Holder> of(Permission permission, AgencyId agency);

    /// **Người giữ.** An officer and the post under which they may; `delegation` when that is lent.
    record Holder(OfficerId officer, PostId post, @Nullable UUID delegation) {

        /// Who acts for `agency` in what is made up. By what account nobody acted is written nowhere: it is called
        /// like the officer.
        public Actor.Officer madeUp(AgencyId agency) {
            return new Actor.Officer(new AccountId(officer.value()), officer, post, agency, delegation);
        }
    }
}
