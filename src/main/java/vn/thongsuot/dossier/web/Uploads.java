package vn.thongsuot.dossier.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.thongsuot.dossier.DossierProblem;
import vn.thongsuot.dossier.Reception;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Typed;

/// Scans sent by a form: those chosen now, in the field `scan.` and the paper's code, and those kept from a form that
/// was refused, in `kept.` and the code.
@Component
class Uploads {

    private static final int LONGEST_NAME = 150;

    private final Reception reception;

    Uploads(Reception reception) {
        this.reception = reception;
    }

    /// Fills `scans` with those kept from before that are still wanted and those chosen now, for each of `components`.
    /// What cannot be taken keeps none of the others from being kept; the first reason is given at the end.
    void gather(
            Collection<String> components,
            MultipartHttpServletRequest request,
            Typed typed,
            Actor by,
            Map<String, List<Upload>> scans)
            throws IOException {
        Refusal first = null;
        for (String component : components) {
            List<Upload> taken = scans.computeIfAbsent(component, _ -> new ArrayList<>());
            for (String kept : typed.all("kept." + component)) {
                taken.add(reception.kept(id(kept), by));
            }
            for (MultipartFile file : request.getFiles("scan." + component)) {
                try {
                    if (!file.isEmpty()) {
                        taken.add(keep(file, component, by));
                    }
                } catch (Refusal refused) {
                    first = first == null ? refused : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private Upload keep(MultipartFile file, String component, Actor by) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return reception.keep(content, name == null || name.isBlank() ? component : plain(name), by);
        } catch (Refusal refused) {
            throw refused.at(component);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw DossierProblem.UPLOAD_ABSENT.because();
        }
    }

    /// Without the folders some browsers send; of a very long name its end, which says what the file is.
    static String plain(String name) {
        String plain = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
