"""Saving a question into the person's own folder without losing what stands there."""

from pathlib import Path

from desktop.bank.question_file import QuestionFile
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.domain.question import Question
from desktop.files import replace_file


def save_question(folder: Path, question: Question, base: QuestionFile | None) -> Path:
    """Write a question into `folder` and return its path; `base` is the file it was read from.

    Raises AppError, with nothing written, as `save_text` does.
    """
    return save_text(folder, question.id, write_question(question, base), base)


def save_text(folder: Path, file_id: str, text: str, base: QuestionFile | None) -> Path:
    """Write the text of a question into `folder` and return its path.

    Raises AppError, with nothing written, if the name cannot be a file's, if another question has
    it, or if the file was changed by another program since `base` was read from it.
    """
    if not file_id or Path(file_id).name != file_id or file_id.startswith("."):
        raise AppError(
            f"A question cannot be saved under the name “{file_id}”.",
            "Give it an id of letters, digits and dashes.",
        )
    path = folder / f"{file_id}.md"
    if base and base.path.stem == file_id and base.path.is_relative_to(folder):
        path = base.path
    if path.exists():
        _keep_what_stands(path, base)
    replace_file(path, text.encode("utf-8", "surrogatepass"))
    return path


def _keep_what_stands(path: Path, base: QuestionFile | None) -> None:
    standing = path.read_bytes()
    text = standing.decode("utf-8", errors="replace")
    if base is None or base.path != path:
        raise AppError(
            f"Your own folder has a question {path.name} already. Nothing was written.",
            "Save this one under another id, or open the other one and change it.",
        )
    if text != base.text:
        raise AppError(
            f"{path.name} was changed by another program since it was opened. "
            "Nothing was written; what you typed is still here.",
            "Copy what you typed, open the question again, and put it in.",
        )
    if text.encode() != standing:  # bytes that are not UTF-8 would be lost
        replace_file(path.with_name(f"{path.name}.original"), standing)
