package vn.thongsuot.procedure.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import vn.thongsuot.procedure.Catalogue;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.SignedIn;

/// Loads the edition of the national database that comes with the installation.
@Controller
@PreAuthorize("denyAll()")
class EditionController {

    private final Catalogue catalogue;

    EditionController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @PostMapping("/procedures/editions")
    @PreAuthorize("hasAuthority('PROCEDURE_MANAGE')")
    @FreshSignIn
    String create(SignedIn person) {
        catalogue.loadShipped(person.actor());
        return "redirect:/procedures";
    }
}
