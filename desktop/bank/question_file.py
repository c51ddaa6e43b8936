"""A question as it stands in its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.bank.question_fields import Report, read_fields
from desktop.bank.question_layout import QuestionLayout, read_layout
from desktop.bank.yaml_scalar import write_scalar
from desktop.domain.markdown_lines import scan_lines
from desktop.domain.problem import Problem
from desktop.domain.question import OtherSection, Part, Question
from desktop.domain.question_digest import question_digest


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """A question, the text it was read from, and what is wrong with that text.

    `lines` says at which line each key of the front matter and each part starts.
    """

    question: Question
    text: str
    path: Path
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The name by which an attempt remembers this text."""
        return question_digest(self.text)


def read_question(text: str, *, path: Path) -> QuestionFile:
    """The question in the text of the file at `path`, whose stem is its id.

    Every text gives a question: what is missing or broken is left empty and told as a problem.
    """
    layout = read_layout(text, path)
    problems = list(layout.problems)

    def report(line: int, message: str) -> None:
        problems.append(Problem(path, line, message))

    fields = read_fields(layout.entries, report)
    prompt = layout.prompt
    if not fields.get("title"):
        fields["title"] = _first_heading(prompt) or _humanised(path.stem)
        proposal = (
            f"title: {write_scalar(fields['title'])}" if fields["title"] else "title: and one"
        )
        report(1, f"the front matter gives no title; write {proposal}")
    question = Question(
        id=path.stem,
        prompt=prompt,
        parts=_read_parts(layout, report),
        other_sections=tuple(
            OtherSection(section.heading, layout.body(section))
            for section in layout.sections
            if section.part is None
        ),
        **fields,
    )
    lines = {name.lower(): entry.line for name, entry in reversed(layout.entries.items())}
    lines |= {section.part: section.line for section in reversed(layout.sections) if section.part}
    return QuestionFile(question, text, path, tuple(sorted(problems)), lines)


def _read_parts(layout: QuestionLayout, report: Report) -> dict[Part, str]:
    parts: dict[Part, str] = {}
    for section in layout.sections:
        body = layout.body(section)
        if section.part in parts:
            report(
                section.line, f"`## {section.heading}` stands here again; join it with the first"
            )
            body = "\n\n".join(filter(None, (parts[section.part], body)))
        if section.part and body:
            parts[section.part] = body
    return parts


def _first_heading(markdown: str) -> str:
    for line in scan_lines(markdown):
        if line.heading and line.heading.text:
            return line.heading.text
    return ""


def _humanised(stem: str) -> str:
    words = stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]
