"""A packet for a peer, and the marks that come back."""

import json
from pathlib import Path
from typing import Any

import pytest
from export_samples import NOON, Desk

from desktop.bank.question_file import read_question
from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.domain.mark import PEER, Mark, Verdict
from desktop.services.peer_marks import keep_peer_marks, read_peer_marks
from desktop.services.peer_packet import FORMAT, PacketAnswer, peer_packet
from desktop.settings.folders import find_folders

TEXT = """---
title: Ridge <script>alert(1)</script>
---

Why?

## What the interviewer expects

- (2) Shrinks small directions most.
- (1) Names the prior.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def attempt(desk: Desk) -> Attempt:
    return desk.seal("ridge", "It shrinks.\n\nSmall directions shrink most.</script>", TEXT)


def marks_file(folder: Path, attempt: str, *marks: Any, **changes: Any) -> Path:
    kept = {
        "format": FORMAT,
        "version": 1,
        "run": "run",
        "reviewer": " Ada ",
        "answers": [{"attempt": attempt, "comment": "Name the prior.", "marks": list(marks)}],
    }
    path = folder / "greenroom-marks.json"
    path.write_text(json.dumps({**kept, **changes}), encoding="utf-8")
    return path


def test_a_packet_holds_answers_and_points_and_nothing_that_runs(attempt: Attempt) -> None:
    question = read_question(TEXT, path=Path("ridge.md")).question
    page = peer_packet(
        "Review of a run </title>",
        "</script>",
        [PacketAnswer(attempt, question)],
        find_folders().resources,
    )
    assert f'data-attempt="{attempt.uuid}"' in page
    assert page.count("<fieldset") == 2
    assert "Small directions shrink most.&lt;/script&gt;" in page
    assert "alert(1)</script>" not in page
    assert page.count("</script>") == 2
    assert page.count("</title>") == 1
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")


def test_marks_come_back_with_their_sentences_as_a_peers(
    desk: Desk, attempt: Attempt, tmp_path: Path
) -> None:
    path = marks_file(
        tmp_path,
        attempt.uuid,
        {"point": 0, "verdict": "covered", "evidence": "small directions shrink most"},
        {"point": 1, "verdict": "missed", "evidence": ""},
    )
    with desk.opened() as (journal, _):
        own = Mark(0, Verdict.PARTLY)
        journal.notes.put_marks(attempt.uuid, [own], NOON)
        journal.notes.note_attempt(attempt.uuid, "Mine.", NOON)
        reviews = read_peer_marks(path, journal)
        assert str(reviews) == "2 marks by Ada on 1 answer."
        for _ in range(2):
            keep_peer_marks(journal, reviews, NOON)
        notes = journal.notes.of_attempt(attempt.uuid)
    by_judge = {(mark.point, mark.judge): mark for mark in notes.marks}
    found = by_judge[(0, PEER)]
    assert attempt.text[found.start : found.end] == "Small directions shrink most"
    assert by_judge[(1, PEER)].verdict is Verdict.MISSED
    assert by_judge[(0, "self")].verdict is Verdict.PARTLY
    assert notes.note == "Mine.\n\nAda: Name the prior."


def test_answers_of_another_journal_are_left_out_and_counted(desk: Desk, tmp_path: Path) -> None:
    with desk.opened() as (journal, _):
        reviews = read_peer_marks(marks_file(tmp_path, "elsewhere"), journal)
    assert not reviews.reviews
    assert str(reviews).endswith("Not in this journal, and left out: 1 answer.")


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ({"point": 2, "verdict": "covered"}, "has no point 2"),
        ({"point": -1, "verdict": "covered"}, "has no point -1"),
        ({"point": True, "verdict": "covered"}, "has no point True"),
        ({"point": 0, "verdict": "great"}, "great is no verdict"),
        (3, "a mark in it is not one"),
    ],
)
def test_a_mark_that_cannot_be_is_refused_whole(
    desk: Desk, attempt: Attempt, tmp_path: Path, mark: Any, reason: str
) -> None:
    with desk.opened() as (journal, _), pytest.raises(AppError, match=reason):
        read_peer_marks(marks_file(tmp_path, attempt.uuid, mark), journal)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"format": "other"}, "not saved from a review packet"),
        ({"version": 9}, "of a newer Greenroom"),
        ({"answers": 3}, "names no answers"),
        ({"answers": [3]}, "an answer in it is not one"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    desk: Desk, tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    with desk.opened() as (journal, _), pytest.raises(AppError, match=reason):
        read_peer_marks(marks_file(tmp_path, "x", **changes), journal)


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000, "\0", "{}" * 2_000_000])
def test_what_is_no_json_is_refused(desk: Desk, tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with desk.opened() as (journal, _), pytest.raises(AppError, match="holds no marks of a peer"):
        read_peer_marks(path, journal)
