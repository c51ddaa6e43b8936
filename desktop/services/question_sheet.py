"""A question as the detail view first shows it; small enough to be kept for the next start."""

import json
from typing import NamedTuple

from desktop.rendering.page_tree import Page, page_from_bytes, page_to_bytes


class QuestionSheet(NamedTuple):
    """Title, chips, prompt and the names of what can be unfolded (name and heading each).

    `digest` is that of the file's text; `prompt_text` is the prompt's Markdown.
    """

    key: str
    digest: str
    title: str
    chips: tuple[str, ...]
    note: str
    minutes: int | None
    folds: tuple[tuple[str, str], ...]
    prompt_text: str
    prompt: Page

    def to_bytes(self) -> bytes:
        """The sheet as bytes for the cache."""
        head = {
            "key": self.key,
            "digest": self.digest,
            "title": self.title,
            "chips": self.chips,
            "note": self.note,
            "minutes": self.minutes,
            "folds": self.folds,
            "prompt_text": self.prompt_text,
        }
        return json.dumps(head).encode() + b"\n" + page_to_bytes(self.prompt)

    @classmethod
    def from_bytes(cls, data: bytes) -> "QuestionSheet":
        """The sheet that `to_bytes` made; raises ValueError for anything else."""
        head, _, page = data.partition(b"\n")
        try:
            values = json.loads(head)
            values["chips"] = tuple(values["chips"])
            values["folds"] = tuple((name, title) for name, title in values["folds"])
            return cls(**values, prompt=page_from_bytes(page))
        except (KeyError, TypeError) as error:
            raise ValueError("not a cached question") from error
