"""Reading a question: its sheet at once, each part when it is opened."""

from desktop.bank.question_file import QuestionFile
from desktop.domain.question import Part, Question
from desktop.domain.vocabulary import spelled_out
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.question_sheet import QuestionSheet

OTHER_PREFIX = "OTHER"
"""Before the position of a section we do not know, in the name of its fold."""


def make_sheet(key: str, file: QuestionFile, pack: str) -> QuestionSheet:
    """The sheet of a question file; `pack` says where it comes from, "" for the shipped bank."""
    question = file.question
    return QuestionSheet(
        key=key,
        digest=file.digest,
        title=question.title,
        chips=_chips(question),
        note=_note(question, pack),
        minutes=question.minutes,
        folds=_folds(question),
        prompt_text=question.prompt,
        prompt=render_markdown(question.prompt),
    )


def render_part(question: Question, fold_name: str) -> Page:
    """The page of one part, by the name of its fold; an unknown name gives an empty page."""
    return render_markdown(_part_markdown(question, fold_name))


def _part_markdown(question: Question, fold_name: str) -> str:
    if fold_name == Part.EXPECTATIONS.name:
        return "\n".join(_point_line(point.text, point.weight) for point in question.points)
    if fold_name in Part.__members__:
        return question.parts.get(Part[fold_name], "")
    position = fold_name.removeprefix(OTHER_PREFIX)
    if position.isdigit() and int(position) < len(question.other_sections):
        return question.other_sections[int(position)].body
    return ""


def _point_line(text: str, weight: int) -> str:
    indented = text.replace("\n", "\n  ")
    return f"- {indented}" if weight == 1 else f"- {indented} *(weight {weight})*"


def _folds(question: Question) -> tuple[tuple[str, str], ...]:
    known = [(part.name, part.value) for part in Part if question.parts.get(part, "").strip()]
    others = [
        (f"{OTHER_PREFIX}{position}", section.heading)
        for position, section in enumerate(question.other_sections)
    ]
    return (*known, *others)


def _chips(question: Question) -> tuple[str, ...]:
    minutes = f"{question.minutes} min" if question.minutes else ""
    chips = (
        spelled_out(question.difficulty),
        minutes,
        question.category,
        *map(spelled_out, (*question.rounds, *question.roles)),
        *question.companies,
    )
    return tuple(dict.fromkeys(chip for chip in chips if chip))


def _note(question: Question, pack: str) -> str:
    origin = f"From {pack}." if pack else ""
    source = f"Source: {question.source}." if question.source else ""
    came_with = [f"{name.replace('_', ' ')}: {value}" for name, value in question.imported.items()]
    return "  ".join(text for text in (origin, source, "; ".join(came_with)) if text)
