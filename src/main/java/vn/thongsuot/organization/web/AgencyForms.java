package vn.thongsuot.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Option;
import vn.thongsuot.shared.web.Typed;

/// What forms about an agency have in common.
@Component
class AgencyForms {

    static final FormView.Root ROOT = new FormView.Root("/directory", "organization.directory");

    private final Directory directory;

    AgencyForms(Directory directory) {
        this.directory = directory;
    }

    AgencyView agency(UUID id) {
        return agency(new AgencyId(id));
    }

    AgencyView agency(AgencyId id) {
        return directory.agency(id).orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
    }

    static String page(AgencyId agency) {
        return "/directory/agencies/" + agency;
    }

    /// The form `name` about `agency`, sent with its version to `path` under its address.
    static FormView form(AgencyView agency, String name, String path, Typed typed, Field... fields) {
        return new FormView(
                ROOT,
                "organization.form." + name,
                agency.shortName(),
                "/organization/agencies/" + agency.id() + "/" + path,
                "organization.form." + name + ".submit",
                page(agency.id()),
                Stream.concat(Stream.of(Field.hidden("version", typed.text("version"))), Stream.of(fields))
                        .toList());
    }

    static List<Option> levels() {
        return Option.each("organization.level.", AgencyLevel.values());
    }

    /// None of them chosen beforehand: the first would be the chairman.
    static List<Option> postKinds() {
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", "organization.field.post-kind.choose", true));
        kinds.addAll(Option.each("organization.post-kind.", PostKind.values()));
        return kinds;
    }
}
