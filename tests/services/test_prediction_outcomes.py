from pathlib import Path

import pytest
from export_samples import NOON, Desk

from desktop.domain.attempt_notes import Prediction
from desktop.domain.calibration import Outcome
from desktop.domain.mark import SELF, Mark, Verdict
from desktop.services.prediction_outcomes import prediction_outcomes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_only_predictions_whose_points_were_all_marked_by_oneself_count(desk: Desk) -> None:
    whole, half, unsaid = (desk.answer(name) for name in ("ridge", "lasso", "bagging"))
    with desk.opened() as (journal, _):
        for attempt in (whole, half):
            journal.notes.put_prediction(attempt.uuid, Prediction(2, 2, NOON))
        covered, missed = Verdict.COVERED, Verdict.MISSED
        journal.notes.put_marks(whole.uuid, [Mark(0, covered), Mark(1, missed)], NOON)
        journal.notes.put_marks(half.uuid, [Mark(0, covered), Mark(1, covered, "rule")], NOON)
        journal.notes.put_marks(unsaid.uuid, [Mark(0, covered, SELF)], NOON)
        topics = ("lasso", "soft threshold")
        assert list(prediction_outcomes(journal)) == [Outcome(whole.uuid, topics, 2, 2, 1)]
        assert list(prediction_outcomes(journal, ["bagging"])) == []
        assert len(list(prediction_outcomes(journal, ["lasso"]))) == 1
