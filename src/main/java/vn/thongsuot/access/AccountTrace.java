package vn.thongsuot.access;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.BusinessClock;

/// Publishes what happened to an account under the account's next version, in the transaction of the change.
@Component
class AccountTrace {

    private final AccountStore accounts;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    AccountTrace(AccountStore accounts, ApplicationEventPublisher events, BusinessClock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    interface Maker {
        Auditable of(long version, Instant at);
    }

    @Transactional
    void leave(AccountId account, Maker event) {
        events.publishEvent(event.of(accounts.touch(account), clock.instant()));
    }
}
