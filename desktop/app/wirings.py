"""Everything that connects the parts of the window."""

from typing import NamedTuple

from desktop.app.attempts_wiring import AttemptsWiring
from desktop.app.backup_wiring import BackupWiring
from desktop.app.coach_wiring import CoachWiring
from desktop.app.compare_wiring import CompareWiring
from desktop.app.editor_wiring import EditorWiring
from desktop.app.export_wiring import ExportWiring
from desktop.app.library_wiring import LibraryWiring
from desktop.app.mock_report_wiring import MockReportWiring
from desktop.app.mock_wiring import MockWiring
from desktop.app.packs_wiring import PacksWiring
from desktop.app.parts import Parts
from desktop.app.progress_wiring import ProgressWiring
from desktop.app.quick_fire_wiring import QuickFireWiring
from desktop.app.recovery_wiring import RecoveryWiring
from desktop.app.reserve_wiring import ReserveWiring
from desktop.app.review_wiring import ReviewWiring
from desktop.app.saving_wiring import SavingWiring
from desktop.app.today_wiring import TodayWiring
from desktop.app.wiring import Wiring


class Wirings(NamedTuple):
    """The connections of the practice loop, and of what stands around it."""

    practice: Wiring
    library: LibraryWiring
    comparing: CompareWiring
    attempts: AttemptsWiring
    coaching: CoachWiring
    firing: QuickFireWiring
    mocking: MockWiring
    reporting: MockReportWiring
    today: TodayWiring
    reviewing: ReviewWiring
    progress: ProgressWiring
    exporting: ExportWiring
    packs: PacksWiring
    editing: EditorWiring
    backups: BackupWiring
    reserve: ReserveWiring
    saving: SavingWiring
    recovering: RecoveryWiring


def connect(parts: Parts) -> Wirings:
    """Connect the parts; the practice loop comes first, so that it hears of everything first."""
    practice, comparing = Wiring(parts), CompareWiring(parts)
    reporting = MockReportWiring(parts, comparing)
    today, saving = TodayWiring(parts, comparing), SavingWiring(parts)
    return Wirings(
        practice,
        LibraryWiring(parts, practice.tell),
        comparing,
        AttemptsWiring(parts, comparing),
        CoachWiring(parts, comparing),
        QuickFireWiring(parts),
        MockWiring(parts, practice, reporting.open_new),
        reporting,
        today,
        ReviewWiring(parts, comparing, today),
        ProgressWiring(parts),
        ExportWiring(parts),
        PacksWiring(parts),
        EditorWiring(parts, practice),
        BackupWiring(parts, practice.tell),
        ReserveWiring(parts, saving.save_elsewhere),
        saving,
        RecoveryWiring(parts),
    )
