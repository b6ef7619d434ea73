package vn.thongsuot.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The living style page: every component as the style sheet really shows it, with its code.
@Controller
@PreAuthorize("denyAll()")
class DesignController {

    private final DesignView view;

    DesignController(Assets assets) throws IOException {
        List<DesignView.Component> components = new ArrayList<>();
        for (Resource file : files()) {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            String name = String.valueOf(file.getFilename())
                    .replaceFirst("^\\d+-", "")
                    .replaceFirst("\\.html$", "");
            String code = text.substring(end + 1).strip();
            components.add(new DesignView.Component(
                    name,
                    text.substring(0, end).replaceFirst("^<!-- ", "").replaceFirst(" -->$", ""),
                    code,
                    code.replace("/icons.svg#", assets.href("icons.svg") + "#")));
        }

        this.view = new DesignView(components);
    }

    private static List<Resource> files() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:shared/design/*.html"))
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }

    @GetMapping("/design")
    @PreAuthorize("hasAuthority('DESIGN_VIEW')")
    ModelAndView show() {
        return new ModelAndView("shared/design", "view", view);
    }
}
