"""Front matter: YAML in which every scalar is text."""

from pathlib import Path

from desktop.bank.front_matter_entry import Entry
from desktop.bank.plain_front_matter import find_plain_entries
from desktop.domain.problem import Problem

_LIMIT = 20_000


def read_front_matter(
    block: str, *, path: Path, first_line: int
) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The keys of `block`, the text between the `---` lines, and what is wrong in it.

    `first_line` is the number of its first line in the file. Of a broken block every key that can
    be read is read, a broken one as its bare text.
    """
    if len(block) > _LIMIT:
        message = f"the front matter is longer than {_LIMIT // 1000} kB; shorten it"
        return {}, (Problem(path, first_line, message),)
    entries = find_plain_entries(block, first_line)
    if entries is not None:
        return entries, ()
    # The YAML library takes 50 ms to import, and most banks never need it.
    from desktop.bank.yaml_front_matter import read_yaml_front_matter  # noqa: PLC0415

    return read_yaml_front_matter(block, path=path, first_line=first_line)
