package vn.thongsuot.sample;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import vn.thongsuot.inspection.InspectionPermission;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.HomeCard;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.Panel;
import vn.thongsuot.shared.SearchSource;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Thing;

/// A module as a stranger would add it: a line in the menu, a card, a source for the palette, a panel, each for
/// those who hold one permission. Nothing here is found by scanning (its controller is an inner class): only tests
/// that import it have it.
public class SampleModule {

    public static final String WORDS = "Mục mẫu ngoài nhánh";

    @Bean
    MenuItem sampleItem() {
        return new MenuItem(
                MenuItem.Section.OVERSIGHT, 99, "/sample", "tag", "dashboard.week", InspectionPermission.AUDIT_VIEW);
    }

    @Bean
    HomeCard sampleCard(Authority authority) {
        return new HomeCard() {
            @Override
            public int order() {
                return 1;
            }

            @Override
            public Optional<View> of(Actor actor) {
                return authority.allows(actor, InspectionPermission.AUDIT_VIEW)
                        ? Optional.of(new View(
                                "dashboard.home.cards",
                                31_415,
                                "dashboard.now.open",
                                null,
                                "/sample",
                                "tag",
                                "done",
                                List.of(WORDS)))
                        : Optional.empty();
            }
        };
    }

    @Bean
    SearchSource sampleSource(Authority authority) {
        return new SearchSource() {
            @Override
            public String title() {
                return "dashboard.home.cards";
            }

            @Override
            public int order() {
                return 99;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                return authority.allows(actor, InspectionPermission.AUDIT_VIEW)
                        ? List.of(new Hit(WORDS, query, "/sample", "tag"))
                        : List.of();
            }
        };
    }

    @Bean
    Panel samplePanel() {
        return new Panel() {
            @Override
            public int order() {
                return 99;
            }

            @Override
            public Optional<String> href(Thing thing, SignedIn reader) {
                return thing.kind().equals("calendar")
                                && reader.permissions().contains(InspectionPermission.AUDIT_VIEW.name())
                        ? Optional.of("/sample/panel")
                        : Optional.empty();
            }
        };
    }

    @Bean
    SampleController sampleController() {
        return new SampleController();
    }

    /// A filter that fails before any controller.
    @Bean
    FilterRegistrationBean<Filter> failingFilter() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            throw new IllegalStateException("the sample filter fails");
        });
        filter.addUrlPatterns("/sample-filter", "/api/sample-filter");
        return filter;
    }

    /// Pages of the sample module, and one that refuses whatever it is told to.
    @Controller
    @PreAuthorize("denyAll()")
    class SampleController {

        @GetMapping(
                path = {"/sample", "/sample/panel"},
                produces = "text/html;charset=UTF-8")
        @PreAuthorize("hasAuthority('AUDIT_VIEW')")
        @ResponseBody
        String show() {
            return "<p>" + WORDS + "</p>";
        }

        @GetMapping({"/sample/undeclared", "/api/sample/undeclared"})
        @ResponseBody
        String undeclared() {
            return "nobody may see this";
        }

        @GetMapping({"/sample/refusals/{problem}", "/api/sample/refusals/{problem}"})
        @PreAuthorize("hasAuthority('DESIGN_VIEW')")
        void refuse(@PathVariable SharedProblem problem) {
            throw problem.because("x", "y");
        }

        @GetMapping({"/sample/failure", "/api/sample/failure"})
        @PreAuthorize("hasAuthority('DESIGN_VIEW')")
        void fail() {
            throw new IllegalStateException("the sample fails, and says secret-4711");
        }

        @PostMapping({"/sample/upload", "/api/sample/upload"})
        @PreAuthorize("hasAuthority('DESIGN_VIEW')")
        @ResponseBody
        String upload(@RequestParam MultipartFile file) {
            return String.valueOf(file.getSize());
        }
    }
}
