"""A question file as the index is told of it."""

from desktop.bank.bank import BankEntry
from desktop.bank.question_file import QuestionFile
from desktop.search.indexed_document import FileStamp, IndexedDocument


def question_document(entry: BankEntry, stamp: FileStamp, file: QuestionFile) -> IndexedDocument:
    """What can be found of a question; its former ids count alone and within its pack."""
    question = file.question
    pack = entry.source.name
    flags = ("edited",) if entry.is_edited else ()
    return IndexedDocument(
        key=entry.key,
        stamp=stamp,
        digest=file.digest,
        title=question.title,
        prompt=question.prompt,
        category=question.category,
        topics=question.topics,
        difficulty=question.difficulty,
        rounds=question.rounds,
        roles=question.roles,
        minutes=question.minutes,
        companies=question.companies,
        pack=pack,
        related=question.related,
        formerly=tuple(key for old in question.formerly for key in (old, f"{pack}/{old}")),
        flags=(*flags, question.form) if question.form else flags,
        is_quick=question.is_quick,
        problem_count=len(file.problems),
        parts={part.value: text for part, text in question.parts.items()},
    )
