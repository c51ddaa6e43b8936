"""Drafts and moments the journal tests share."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.domain.draft import Draft
from desktop.domain.question_digest import question_digest

QUESTION_TEXT = "---\ntitle: Ridge\n---\n\nWhy does ridge shrink? Σ $\\lambda$\n"
NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def a_draft(question_key: str = "ridge-as-shrinkage", **changes: Any) -> Draft:
    draft = Draft(
        question_key=question_key,
        digest=question_digest(QUESTION_TEXT),
        text="Ridge shrinks each direction\n\nby its own factor: $d^2/(d^2+\\lambda)$ 😀",
        started_at=NOON,
        saved_at=after(60.5),
        cursor=17,
        budget_s=1200.0,
        active_s=58.25,
        text_at_budget=None,
    )
    return replace(draft, **changes)
