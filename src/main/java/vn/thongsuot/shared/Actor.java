package vn.thongsuot.shared;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Người thực hiện.** Who does an act. Travels as a parameter from the edge inward; there is no thread-local
/// current user.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Actor {

    /// An officer: signed in with `account`, acting under `post` of `agency`; `delegation` when the right used
    /// was delegated.
    record Officer(
            AccountId account,
            OfficerId officer,
            PostId post,
            AgencyId agency,
            @Nullable UUID delegation) implements Actor {

        public Optional<UUID> delegated() {
            return Optional.ofNullable(delegation);
        }
    }

    /// An administrator's account that belongs to no officer yet: the first account of a fresh installation.
    record Administrator(AccountId account) implements Actor {}

    /// A neighbour system, by the identifier it signs with (e.g. `H59.01`).
    record Neighbour(String system) implements Actor {}

    /// Work the platform does by itself, by its fixed name (e.g. `demonstration`, `sealer`).
    record Job(String name) implements Actor {}
}
