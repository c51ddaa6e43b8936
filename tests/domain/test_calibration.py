from desktop.domain.calibration import Calibration, Outcome, calibrate


def test_outcomes_add_up_by_topic() -> None:
    found = calibrate(
        [
            Outcome("one", ("bagging", "trees", "bagging"), 4, 3, 1),
            Outcome("two", ("trees",), 6, 2, 4),
        ]
    )
    assert found == {"bagging": Calibration(1, 4, 3, 1), "trees": Calibration(2, 10, 5, 5)}
    assert found["bagging"].excess == 0.5
    assert found["trees"].excess == 0
    assert Calibration().excess == 0
