package vn.thongsuot.signing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Costly;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;
import vn.thongsuot.signing.SignaturePlace;
import vn.thongsuot.signing.SignedPdf;
import vn.thongsuot.signing.Signing;
import vn.thongsuot.signing.SigningProblem;

/// Signs a PDF that the person chose and gives it back at once; nothing of it is kept but its digests, in the log.
@Controller
@RequestMapping("/signing")
@PreAuthorize("denyAll()")
class SigningController {

    private static final String LAST = "last";
    private static final String DEFAULT_NAME = "van-ban.pdf";

    private final Signing signing;
    private final Reasons reasons;

    SigningController(Signing signing, Reasons reasons) {
        this.signing = signing;
        this.reasons = reasons;
    }

    /// Asks who it is before the file is chosen: a browser would not keep it.
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
    @FreshSignIn
    ModelAndView edit() {
        return form(Typed.nothing(), null);
    }

    @PostMapping(path = "/signatures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
    @FreshSignIn
    @Costly
    Object create(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw SigningProblem.FILE_MISSING.because();
            }
            SignaturePlace place = new SignaturePlace(page(typed), typed.choice("corner", SignaturePlace.Corner.class));
            SignedPdf signed = signing.sign(file.getBytes(), place, by);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(signedName(file.getOriginalFilename()), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(signed.content().bytes());
        } catch (Refusal refused) {
            return form(typed, reasons.of(refused, locale, response));
        }
    }

    private ModelAndView form(Typed typed, @Nullable String error) {
        return new ModelAndView(
                "signing/new",
                "view",
                new SigningForm(
                        signing.available(),
                        typed.with("page", LAST).with("corner", SignaturePlace.Corner.BOTTOM_RIGHT),
                        error));
    }

    private static int page(Typed typed) {
        if (typed.text("page").equals(LAST)) {
            return 0;
        }
        long page = typed.number("page");
        if (page < 1 || page > Integer.MAX_VALUE) {
            throw SigningProblem.PAGE_ABSENT.because(page);
        }
        return (int) page;
    }

    /// `Tờ trình 12.pdf` becomes `Tờ trình 12 (đã ký).pdf`.
    private static String signedName(@Nullable String name) {
        String given = name == null || name.isBlank() ? DEFAULT_NAME : name;
        String plain = given.substring(given.replace('\\', '/').lastIndexOf('/') + 1);
        boolean extended = plain.toLowerCase(Locale.ROOT).endsWith(".pdf");
        return (extended ? plain.substring(0, plain.length() - ".pdf".length()) : plain) + " (đã ký).pdf";
    }
}
