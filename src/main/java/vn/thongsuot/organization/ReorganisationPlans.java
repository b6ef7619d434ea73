package vn.thongsuot.organization;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// **Các phương án sắp xếp.** Answers what plans there are, what each says, and what it would do or did.
@Component
public class ReorganisationPlans {

    private final ReorganisationStore store;
    private final ReorganisationContentStore contents;
    private final Directory directory;
    private final Scope scope;

    ReorganisationPlans(
            ReorganisationStore store, ReorganisationContentStore contents, Directory directory, Scope scope) {
        this.store = store;
        this.contents = contents;
        this.directory = directory;
        this.scope = scope;
    }

    /// The plans `reader` may open, those of the latest day first.
    public Page<ReorganisationView> list(Actor reader, @Nullable String after, int limit) {
        UUID[] reached = reached(reader);
        Place place = Place.after(Cursor.read(after, 2));
        List<ReorganisationView> rows = store.list(reached, place.day(), place.last(), limit + 1);
        return Page.cut(rows, limit, view -> Cursor.of(view.on(), view.id()));
    }

    /// How many of them could not be applied on their day and were not changed since.
    public int refused(Actor reader) {
        return store.refused(reached(reader));
    }

    private UUID[] reached(Actor reader) {
        return store.owners().stream()
                .filter(agency -> scope.reaches(reader, agency))
                .map(agency -> agency.value())
                .toArray(UUID[]::new);
    }

    public ReorganisationView plan(ReorganisationId id, Actor reader) {
        ReorganisationView view = store.view(id).orElseThrow(OrganizationProblem.PLAN_ABSENT::because);
        scope.need(reader, view.agency());
        return view;
    }

    public ReorganisationContent content(ReorganisationId id) {
        return contents.content(id);
    }

    /// What the plan would do to the organization as it is now.
    public ReorganisationImpact impact(ReorganisationView plan) {
        return ReorganisationForecast.of(contents.content(plan.id()), plan.on(), directory.snapshot());
    }

    /// What an applied plan did to people, in the order of the plan.
    ///
    /// @param otherKind only those who became something else
    public Page<Moved> moved(ReorganisationId plan, boolean otherKind, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, 1);
        return Page.cut(
                        contents.moves(plan, otherKind, cursor == null ? 0 : position(cursor.part(0)), limit + 1),
                        limit,
                        moved -> Cursor.of(moved.position()))
                .map(moved -> new Moved(
                        moved.move().officer(),
                        moved.move().from(),
                        moved.move().to(),
                        moved.move().otherKind(),
                        moved.move().byHand()));
    }

    private static int position(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw SharedProblem.BAD_REQUEST.because("cursor");
        }
        return Integer.parseInt(text);
    }

    /// Where a page of plans begins.
    private record Place(LocalDate day, UUID last) {

        static Place after(@Nullable Cursor cursor) {
            if (cursor == null) {
                return new Place(LocalDate.of(9999, 12, 31), new UUID(-1L, -1L));
            }
            try {
                return new Place(LocalDate.parse(cursor.part(0)), UUID.fromString(cursor.part(1)));
            } catch (DateTimeParseException | IllegalArgumentException garbled) {
                throw SharedProblem.BAD_REQUEST.because("cursor");
            }
        }
    }

    /// **Người được chuyển.** Whom an applied plan took from which post to which.
    public record Moved(OfficerId officer, PostId from, PostId to, boolean otherKind, boolean byHand) {}
}
