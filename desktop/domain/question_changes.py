"""Taking changes of a question's fields over to another state of it."""

from dataclasses import fields, replace
from typing import Any

from desktop.domain.question import Part, Question


def carry_over(before: Question, after: Question, onto: Question) -> Question:
    """`onto` with those fields, and those parts, in which `after` differs from `before`."""
    changes: dict[str, Any] = {
        field.name: getattr(after, field.name)
        for field in fields(Question)
        if field.name != "parts" and getattr(after, field.name) != getattr(before, field.name)
    }
    bodies = {
        part: after.parts.get(part, "")
        for part in Part
        if after.parts.get(part, "") != before.parts.get(part, "")
    }
    if bodies:
        kept = {**onto.parts, **bodies}
        changes["parts"] = {part: body for part, body in kept.items() if body}
    return replace(onto, **changes)
