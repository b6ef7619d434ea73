package vn.thongsuot.outgoing.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.DocumentType;
import vn.thongsuot.outgoing.Draft;
import vn.thongsuot.outgoing.Notations;
import vn.thongsuot.outgoing.OutgoingDrafts;
import vn.thongsuot.outgoing.OutgoingProblem;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.web.Typed;

/// Reads the form of a draft, and fills it in. Who signs says for which agency it is.
@Component
class DraftForms {

    private static final int MOST_FOUND = 12;
    private static final String RECEIVER = "receiver";

    private final OutgoingDrafts drafts;
    private final Directory directory;
    private final BusinessClock clock;

    DraftForms(OutgoingDrafts drafts, Directory directory, BusinessClock clock) {
        this.drafts = drafts;
        this.directory = directory;
        this.clock = clock;
    }

    /// An agency and who may sign for it; several may hold one post.
    private record Signing(AgencyView agency, Directory.Member member) {

        UUID id() {
            return member.holding().id();
        }
    }

    private List<Signing> signings(Actor by) {
        return drafts.agencies(by).stream()
                .flatMap(agency -> drafts.signers(agency.id()).stream().map(member -> new Signing(agency, member)))
                .toList();
    }

    List<OutgoingForm.Choice> signers(Typed typed, Actor by) {
        return signings(by).stream()
                .map(signing -> new OutgoingForm.Choice(
                        signing.id().toString(),
                        signing.member().officer().name(),
                        signing.member().post().title() + ", "
                                + signing.agency().shortName(),
                        signing.id().toString().equals(typed.text("signer"))))
                .toList();
    }

    Draft draft(Typed typed, Actor by) {
        UUID chosen = typed.id("signer");
        Signing signing = signings(by).stream()
                .filter(one -> one.id().equals(chosen))
                .findFirst()
                .orElseThrow(() -> OutgoingProblem.SIGNER_MISSING.because().at("signer"));
        DocumentType type = typed.choice("type", DocumentType.class);
        return new Draft(
                signing.agency().id(),
                type,
                typed.given("notation") ? typed.text("notation") : Notations.suggested(type, signing.agency()),
                typed.text("subject"),
                typed.choice("urgency", Urgency.class),
                signing.member().officer().id(),
                chosen(typed).stream().map(AgencyId::new).toList());
    }

    /// Those chosen, and those that answer what was typed.
    OutgoingForm.Receivers receivers(Typed typed) {
        Set<UUID> chosen = chosen(typed);
        List<OutgoingForm.Choice> choices = new ArrayList<>();
        chosen.forEach(id -> directory.agency(new AgencyId(id)).ifPresent(agency -> choices.add(choice(agency, true))));
        String query = Typed.query(typed.text("find-receiver"));
        List<AgencyView> found = directory.searchAgencies(query, clock.today(), MOST_FOUND);
        found.stream()
                .filter(agency -> !chosen.contains(agency.id().value()))
                .forEach(agency -> choices.add(choice(agency, false)));
        return new OutgoingForm.Receivers(choices, !query.isEmpty(), !found.isEmpty());
    }

    private OutgoingForm.Choice choice(AgencyView agency, boolean chosen) {
        AgencyId parent = agency.parent();
        return new OutgoingForm.Choice(
                agency.id().toString(),
                agency.shortName(),
                parent == null
                        ? ""
                        : directory.agency(parent).map(AgencyView::shortName).orElse(""),
                chosen);
    }

    private static Set<UUID> chosen(Typed typed) {
        Set<UUID> chosen = new LinkedHashSet<>();
        for (String text : typed.all(RECEIVER)) {
            try {
                chosen.add(UUID.fromString(text));
            } catch (IllegalArgumentException notAnId) {
                throw OutgoingProblem.RECEIVER_MISSING.because().at("receivers");
            }
        }
        return chosen;
    }

    /// What a draft says, as it would have been typed.
    Typed typed(OutgoingView document, List<AgencyId> receivers, Actor by) {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("version", String.valueOf(document.version()));
        fields.set("type", document.type().name());
        fields.set("notation", document.notation());
        fields.set("subject", document.subject());
        fields.set("urgency", document.urgency().name());
        signings(by).stream()
                .filter(signing -> signing.agency().id().equals(document.agency())
                        && signing.member().officer().id().equals(document.signer()))
                .findFirst()
                .ifPresent(signing -> fields.set("signer", signing.id().toString()));
        receivers.forEach(receiver -> fields.add(RECEIVER, receiver.toString()));
        return new Typed(fields);
    }
}
