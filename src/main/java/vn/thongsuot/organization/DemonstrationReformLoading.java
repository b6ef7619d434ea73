package vn.thongsuot.organization;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.DemonstrationPart;
import vn.thongsuot.shared.Words;

/// Drafts the two reforms that lie ahead of the demonstration, for an administrator to open, complete and approve.
@Component
class DemonstrationReformLoading implements DemonstrationPart {

    private static final int ORDER = 15;
    private static final int PLANS = 2;

    private final Reorganisations reorganisations;
    private final Directory directory;
    private final BusinessClock clock;
    private final Words words;

    DemonstrationReformLoading(Reorganisations reorganisations, Directory directory, BusinessClock clock, Words words) {
        this.reorganisations = reorganisations;
        this.directory = directory;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String name() {
        return "organization.reform";
    }

    @Override
    public String title() {
        return "organization.demonstration.reform";
    }

    @Override
    @Transactional
    public void load(Progress progress) {
        Actor.Job by = new Actor.Job("demonstration");
        ReorganisationId wards =
                reorganisations.draft(word("wards"), word("wards.decision"), DemonstrationReform.WARDS, by);
        reorganisations.set(
                wards,
                2,
                DemonstrationReform.wards(directory, clock.today(), word("wards.note"))
                        .steps(),
                by);
        progress.at(1, PLANS);
        ReorganisationId districts =
                reorganisations.draft(word("districts"), word("districts.decision"), DemonstrationReform.REFORM, by);
        ReorganisationContent content = DemonstrationReform.districts(
                directory, clock.today(), word("districts.unknown"), word("districts.derived"));
        reorganisations.set(districts, 2, content.steps(), by);
        reorganisations.place(districts, 3, content.rules(), content.byHand(), by);
        progress.at(PLANS, PLANS);
    }

    private String word(String key) {
        return words.of(Words.VIETNAMESE, "organization.demonstration.reform." + key);
    }
}
