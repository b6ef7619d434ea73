package vn.thongsuot.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thongsuot.Proves;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// What may happen to a dossier, and what it becomes.
@Proves("S1.2")
class DossierTests {

    private static final Instant AT = Instant.parse("2024-11-22T02:00:00Z");
    private static final Actor.Officer BY = officer();
    private static final Deadline DEADLINE = WorkingCalendar.standard().deadline(AT, TimeLimit.workingDays(2));
    private static final List<Function<Dossier, DossierEvent>> ACTS = List.of(
            dossier -> dossier.take(BY, AT),
            dossier -> dossier.askSupplement(1, "mờ", AT, BY, AT),
            dossier -> dossier.supplement(1, DEADLINE, BY, AT),
            dossier -> dossier.stop("không bổ sung", BY, AT),
            dossier -> dossier.propose("aa", BY, AT),
            dossier -> dossier.sendBack("sai tên", BY, AT),
            dossier -> dossier.sign("01", "bb", BY, AT),
            dossier -> dossier.giveResult(BY, AT),
            dossier -> dossier.refuse("không đủ điều kiện", BY, AT),
            dossier -> dossier.withdraw("không cần nữa", BY, AT));

    /// Every act in every state: it leads where the table says, or is refused and changes nothing.
    @ParameterizedTest
    @EnumSource
    void onlyTheTableMovesADossier(DossierStatus from) {
        for (Function<Dossier, DossierEvent> act : ACTS) {
            Dossier dossier = new Dossier(id(), agency(), 7, from, BY.officer(), null);
            try {
                DossierEvent event = act.apply(dossier);
                assertThat(from.after(event.getClass())).contains(dossier.status());
                assertThat(event.version()).isEqualTo(8);
                assertThat(dossier.version()).isEqualTo(8);
                assertThat(dossier.ended() != null).isEqualTo(dossier.status().ended());
            } catch (Refusal refused) {
                assertThat(refused.problem()).isEqualTo(DossierProblem.STEP_NOT_ALLOWED);
                assertThat(dossier.status()).isEqualTo(from);
                assertThat(dossier.version()).isEqualTo(7);
            }
        }
    }

    /// A result is handed over only after it was signed, and signed only after it was laid before the signer.
    @Test
    void nothingIsHandedOverUnsigned() {
        for (DossierStatus status : EnumSet.allOf(DossierStatus.class)) {
            boolean leadsToReturned = status.moves().containsValue(DossierStatus.RETURNED);
            boolean leadsToSigned = status.moves().containsValue(DossierStatus.SIGNED);
            assertThat(leadsToReturned).isEqualTo(status == DossierStatus.SIGNED);
            assertThat(leadsToSigned).isEqualTo(status == DossierStatus.AWAITING_SIGNATURE);
        }
        assertThat(Set.of(
                        DossierStatus.RETURNED, DossierStatus.REFUSED, DossierStatus.STOPPED, DossierStatus.WITHDRAWN))
                .allMatch(DossierStatus::ended);
    }

    @Test
    void onlyWhoTookItLaysAResultBeforeTheSigner() {
        Dossier dossier = new Dossier(id(), agency(), 1, DossierStatus.RECEIVED, null, null);
        dossier.take(BY, AT);
        assertThat(dossier.handler()).isEqualTo(BY.officer());
        refused(() -> dossier.propose("aa", officer(), AT), DossierProblem.NOT_YOURS);
        assertThat(dossier.propose("aa", BY, AT)).isInstanceOf(DossierEvent.ResultProposed.class);
    }

    /// Decree 61/2018/NĐ-CP art. 11.2, 19.4.
    @Test
    void papersAreAskedForOnceByWhoeverWorksOnItAndInTime() {
        Dossier dossier = new Dossier(id(), agency(), 2, DossierStatus.PROCESSING, BY.officer(), null);
        refused(() -> dossier.askSupplement(1, "mờ", AT, officer(), AT), DossierProblem.NOT_YOURS);
        refused(() -> dossier.askSupplement(0, "mờ", AT, BY, AT), DossierProblem.PAPERS_MISSING);
        refused(() -> dossier.askSupplement(1, " ", AT, BY, AT), DossierProblem.REASON_MISSING);
        refused(() -> dossier.askSupplement(1, "mờ", AT, BY, AT.plusSeconds(1)), DossierProblem.ASKED_TOO_LATE);
        assertThat(dossier.askSupplement(2, "mờ", AT, BY, AT)).isInstanceOf(DossierEvent.SupplementAsked.class);
        assertThat(dossier.restarted()).isNull();
        dossier.supplement(2, DEADLINE, BY, AT);
        assertThat(dossier.restarted()).isEqualTo(DEADLINE);
        refused(() -> dossier.askSupplement(1, "mờ", AT, BY, AT), DossierProblem.ALREADY_ASKED);
    }

    /// Decree 61/2018/NĐ-CP art. 19.8 lets whoever handles it refuse; a colleague first takes it over.
    @Test
    void aColleagueTakesOverBeforeDecidingAnything() {
        Actor.Officer colleague = officer();
        Dossier dossier = new Dossier(id(), agency(), 2, DossierStatus.PROCESSING, BY.officer(), null);
        refused(() -> dossier.refuse("không có trong sổ", colleague, AT), DossierProblem.NOT_YOURS);
        refused(() -> dossier.take(BY, AT), DossierProblem.STEP_NOT_ALLOWED);
        dossier.take(colleague, AT);
        assertThat(dossier.handler()).isEqualTo(colleague.officer());
        assertThat(dossier.refuse("không có trong sổ", colleague, AT)).isInstanceOf(DossierEvent.Refused.class);
    }

    /// One rule for the page and for what is counted.
    @ParameterizedTest
    @CsvSource({
        ", , , , ",
        "1, , , , 1",
        ", , 5, , 5",
        "1, , 5, , 1",
        ", 2, , , 2",
        ", 2, 9, , 2",
        ", 2, , 3, ",
        "4, 2, , 3, 4",
        ", 2, 9, 3, 9"
    })
    void theWorkIsDoneWithTheSignatureTheUnansweredRequestOrTheEnd(
            @Nullable Integer signed,
            @Nullable Integer asked,
            @Nullable Integer ended,
            @Nullable Integer completed,
            @Nullable Integer done) {
        DossierView.Supplement supplement =
                asked == null ? null : new DossierView.Supplement(AT.plusSeconds(asked), at(completed));
        assertThat(DossierView.done(at(signed), supplement, at(ended))).isEqualTo(at(done));
    }

    private static @Nullable Instant at(@Nullable Integer seconds) {
        return seconds == null ? null : AT.plusSeconds(seconds);
    }

    @Test
    void aDossierIsNotEndedWithoutAReason() {
        Dossier dossier = new Dossier(id(), agency(), 1, DossierStatus.RECEIVED, null, null);
        refused(() -> dossier.refuse("  ", BY, AT), DossierProblem.REASON_MISSING);
        refused(() -> dossier.withdraw("", BY, AT), DossierProblem.REASON_MISSING);
        refused(() -> dossier.refuse("x".repeat(1_001), BY, AT), DossierProblem.TEXT_TOO_LONG);
        assertThat(dossier.status()).isEqualTo(DossierStatus.RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn An, 084090001234, true",
        "Nguyễn Văn An, 334512345, true",
        "A, 084090001234, false",
        "Nguyễn Văn An, 0840900012, false",
        "Nguyễn Văn An, 08409000123x, false"
    })
    void knowsWhoAnApplicantMayBe(String name, String number, boolean right) {
        if (right) {
            assertThat(Applicant.of("  Nguyễn   Văn An ", number, null, null).name())
                    .isEqualTo("Nguyễn Văn An");
        } else {
            assertThatThrownBy(() -> Applicant.of(name, number, null, null)).isInstanceOf(Refusal.class);
        }
    }

    private static DossierId id() {
        return new DossierId(UUID.randomUUID());
    }

    private static AgencyId agency() {
        return new AgencyId(UUID.randomUUID());
    }

    private static Actor.Officer officer() {
        return new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                agency(),
                null);
    }

    private static void refused(Runnable act, DossierProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
