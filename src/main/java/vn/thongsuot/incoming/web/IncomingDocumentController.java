package vn.thongsuot.incoming.web;

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
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingId;
import vn.thongsuot.incoming.IncomingProblem;
import vn.thongsuot.incoming.IncomingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// One incoming document, and what is done to it.
@Controller
@RequestMapping("/incoming/{id}")
@PreAuthorize("denyAll()")
class IncomingDocumentController {

    private final IncomingDocuments documents;
    private final IncomingPages pages;
    private final Reasons reasons;
    private final AccessRecords accesses;

    IncomingDocumentController(
            IncomingDocuments documents, IncomingPages pages, Reasons reasons, AccessRecords accesses) {
        this.documents = documents;
        this.pages = pages;
        this.reasons = reasons;
        this.accesses = accesses;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ModelAndView show(@PathVariable UUID id, Actor reader, Locale locale) {
        IncomingView document = documents.find(new IncomingId(id), reader);
        accesses.record(reader, new Thing("incoming", id.toString()), AccessRecords.Kind.OPENED);
        return page("incoming/show", document, reader, null, locale);
    }

    /// The same anew for an open page; nothing where it shows the newest already.
    @GetMapping("/now")
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    @Nullable
    ModelAndView now(@PathVariable UUID id, Typed typed, Actor reader, Locale locale, HttpServletResponse response) {
        IncomingView document = documents.find(new IncomingId(id), reader);
        if (typed.text("seen").equals(IncomingPages.seen(document, documents.arrival(document)))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return page("incoming/document", document, reader, null, locale);
    }

    @PostMapping("/registration")
    @PreAuthorize("hasAuthority('INCOMING_REGISTER')")
    ModelAndView register(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.register(document, typed.version(), by));
    }

    @PostMapping("/refusal")
    @PreAuthorize("hasAuthority('INCOMING_REGISTER')")
    ModelAndView refuse(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(
                id,
                by,
                locale,
                response,
                document -> documents.refuse(document, typed.version(), typed.text("reason"), by));
    }

    @PostMapping("/assignment")
    @PreAuthorize("hasAuthority('INCOMING_ASSIGN')")
    ModelAndView assign(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> {
            UUID officer = typed.id("officer");
            if (officer == null) {
                throw IncomingProblem.OFFICER_MISSING.because().at("officer");
            }
            documents.assign(document, typed.version(), new OfficerId(officer), typed.text("direction"), by);
        });
    }

    @PostMapping("/start")
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ModelAndView start(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.start(document, typed.version(), by));
    }

    @PostMapping("/finish")
    @PreAuthorize("hasAuthority('INCOMING_VIEW')")
    ModelAndView finish(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.finish(document, typed.version(), by));
    }

    @PostMapping("/giving-back")
    @PreAuthorize("hasAuthority('INCOMING_REGISTER')")
    ModelAndView giveBack(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(id, by, locale, response, document -> documents.giveBack(document, typed.version(), by));
    }

    @PostMapping("/keeping")
    @PreAuthorize("hasAuthority('INCOMING_REGISTER')")
    ModelAndView keep(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return act(
                id,
                by,
                locale,
                response,
                document -> documents.keep(document, typed.version(), typed.text("reason"), by));
    }

    private ModelAndView act(
            UUID id, Actor by, Locale locale, HttpServletResponse response, Consumer<IncomingId> step) {
        IncomingId document = new IncomingId(id);
        try {
            step.accept(document);
            return new ModelAndView("redirect:/incoming/" + id);
        } catch (Refusal refused) {
            IncomingView seen = documents.find(document, by);
            return page("incoming/show", seen, by, reasons.of(refused, locale, response), locale);
        }
    }

    private ModelAndView page(
            String template, IncomingView document, Actor reader, @Nullable String error, Locale locale) {
        return new ModelAndView(template, "view", pages.page(document, reader, error, locale));
    }
}
