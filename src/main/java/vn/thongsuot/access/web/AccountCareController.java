package vn.thongsuot.access.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccountCare;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.PublicAddress;
import vn.thongsuot.access.SignIns;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SignedIn;

/// One account: suspended and restored, unlocked, its password taken away and a link for a new one handed over.
@Controller
@RequestMapping("/access/accounts/{id}")
@PreAuthorize("denyAll()")
class AccountCareController {

    private final AccountCare care;
    private final SignIns signIns;
    private final Colleagues colleagues;
    private final PublicAddress address;

    AccountCareController(AccountCare care, SignIns signIns, Colleagues colleagues, PublicAddress address) {
        this.care = care;
        this.signIns = signIns;
        this.colleagues = colleagues;
        this.address = address;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView show(@PathVariable UUID id, SignedIn person) {
        return page(new AccountId(id), person, null);
    }

    @PostMapping("/suspension")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView suspend(@PathVariable UUID id, Actor by) {
        care.suspend(new AccountId(id), by);
        return back(id);
    }

    @PostMapping("/suspension/end")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView restore(@PathVariable UUID id, Actor by) {
        care.restore(new AccountId(id), by);
        return back(id);
    }

    @PostMapping("/unlocking")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    ModelAndView unlock(@PathVariable UUID id, Actor by) {
        care.unlock(new AccountId(id), by);
        return back(id);
    }

    @PostMapping("/devices/loss")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView loseDevices(@PathVariable UUID id, Actor by) {
        care.forgetDevices(new AccountId(id), by);
        return back(id);
    }

    /// Answers with the page itself: the link is shown this once and stands in no address.
    @PostMapping("/password-link")
    @PreAuthorize("hasAuthority('ACCESS_MANAGE')")
    @FreshSignIn
    ModelAndView resetPassword(@PathVariable UUID id, SignedIn person) {
        String key = care.resetPassword(new AccountId(id), person.actor());
        return page(new AccountId(id), person, address.origin() + "/set-password?key=" + key);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/access/accounts/" + id);
    }

    private ModelAndView page(AccountId id, SignedIn person, @Nullable String link) {
        AccountView account = care.find(id, person.actor());
        OfficerId officer = account.officer();
        boolean own = person instanceof Standing standing && standing.account().equals(id);
        return new ModelAndView(
                "access/account-care",
                "view",
                new AccountPage(
                        account,
                        officer == null ? "" : colleagues.name(officer),
                        officer == null ? "" : colleagues.posts(officer),
                        signIns.lockedUntil(id).orElse(null),
                        link,
                        own));
    }
}
