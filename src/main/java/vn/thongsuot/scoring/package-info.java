/// **Chỉ số phục vụ (Bộ chỉ số 766).** The service index of Decision 766/QĐ-TTg: its rules by edition, and the points
/// that counts are worth under them.
///
/// Face: {@link vn.thongsuot.scoring.Scores} finds the rules of a day; a {@link vn.thongsuot.scoring.RuleSet} turns
/// counts into a {@link vn.thongsuot.scoring.ScoreSheet}; {@link vn.thongsuot.scoring.LiveScores} counts dossiers as
/// they
/// move and {@link vn.thongsuot.scoring.Recount} all of them anew. The rules are data with their sources, described in
/// `resources/scoring/README.md`.
///
/// Tables: `scoring.contribution`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization", "procedure", "dossier"})
package vn.thongsuot.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
