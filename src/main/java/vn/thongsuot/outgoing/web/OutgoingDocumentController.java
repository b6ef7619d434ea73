package vn.thongsuot.outgoing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.audit.AccessRecords;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingDrafts;
import vn.thongsuot.outgoing.OutgoingId;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// One outgoing document, and what is done to it.
@Controller
@RequestMapping("/outgoing/{id}")
@PreAuthorize("denyAll()")
class OutgoingDocumentController {

    private final OutgoingDocuments documents;
    private final OutgoingDrafts drafts;
    private final OutgoingPages pages;
    private final Reasons reasons;
    private final AccessRecords accesses;

    OutgoingDocumentController(
            OutgoingDocuments documents,
            OutgoingDrafts drafts,
            OutgoingPages pages,
            Reasons reasons,
            AccessRecords accesses) {
        this.documents = documents;
        this.drafts = drafts;
        this.pages = pages;
        this.reasons = reasons;
        this.accesses = accesses;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ModelAndView show(@PathVariable UUID id, Actor reader, Locale locale) {
        OutgoingView document = documents.find(new OutgoingId(id), reader);
        accesses.record(reader, new Thing("outgoing", id.toString()), AccessRecords.Kind.OPENED);
        return page("outgoing/show", document, reader, null, locale);
    }

    /// The same anew for an open page; nothing where it shows the newest already.
    @GetMapping("/now")
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    @Nullable
    ModelAndView now(@PathVariable UUID id, Typed typed, Actor reader, Locale locale, HttpServletResponse response) {
        OutgoingView document = documents.find(new OutgoingId(id), reader);
        if (typed.text("version").equals(String.valueOf(document.version()))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return page("outgoing/now", document, reader, null, locale);
    }

    /// Its receivers anew for an open page.
    @GetMapping("/receivers")
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ModelAndView receivers(@PathVariable UUID id, Actor reader, Locale locale) {
        OutgoingView document = documents.find(new OutgoingId(id), reader);
        return page("outgoing/receivers", document, reader, null, locale);
    }

    @PostMapping("/submission")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView submit(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> drafts.submit(document, typed.version(), by));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView withdraw(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> drafts.withdraw(document, typed.version(), by));
    }

    @PostMapping("/discarding")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView discard(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> drafts.discard(document, typed.version(), by));
    }

    @PostMapping("/sending-back")
    @PreAuthorize("hasAuthority('OUTGOING_SIGN')")
    ModelAndView sendBack(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(
                id,
                by,
                locale,
                response,
                document -> documents.sendBack(document, typed.version(), typed.text("reason"), by));
    }

    @PostMapping("/signature")
    @PreAuthorize("hasAuthority('OUTGOING_SIGN')")
    @FreshSignIn
    ModelAndView sign(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.sign(document, typed.version(), by));
    }

    @PostMapping("/number")
    @PreAuthorize("hasAuthority('OUTGOING_ISSUE')")
    ModelAndView number(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.number(document, typed.version(), by));
    }

    @PostMapping("/issue")
    @PreAuthorize("hasAuthority('OUTGOING_ISSUE')")
    ModelAndView issue(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.issue(document, typed.version(), by));
    }

    @PostMapping("/cancellation")
    @PreAuthorize("hasAuthority('OUTGOING_ISSUE')")
    ModelAndView cancel(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(
                id,
                by,
                locale,
                response,
                document -> documents.cancel(document, typed.version(), typed.text("reason"), by));
    }

    @PostMapping("/recall")
    @PreAuthorize("hasAuthority('OUTGOING_ISSUE')")
    ModelAndView recall(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(
                id,
                by,
                locale,
                response,
                document -> documents.recall(document, typed.version(), typed.text("reason"), by));
    }

    private ModelAndView act(
            UUID id, Actor by, Locale locale, HttpServletResponse response, Consumer<OutgoingId> step) {
        OutgoingId document = new OutgoingId(id);
        try {
            step.accept(document);
            return new ModelAndView("redirect:/outgoing/" + id);
        } catch (Refusal refused) {
            OutgoingView seen = documents.find(document, by);
            return page("outgoing/show", seen, by, reasons.of(refused, locale, response), locale);
        }
    }

    private ModelAndView page(
            String template, OutgoingView document, Actor reader, @Nullable String error, Locale locale) {
        return new ModelAndView(template, "view", pages.page(document, reader, error, locale));
    }
}
