"""How a write of an answer ended, as the writer's thread tells it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain.draft import Draft

if TYPE_CHECKING:
    from concurrent.futures import Future


class WriteEnd(NamedTuple):
    """How a write ended: its result or its error, and the draft it was to seal or to save."""

    result: Any
    error: BaseException | None
    sealing: Draft | None = None
    saving: Draft | None = None


class WriteAnnouncer:
    """Tells, from the writer's thread, how the write of a draft ended."""

    def __init__(
        self,
        tell: Callable[[WriteEnd], None],
        *,
        sealing: Draft | None = None,
        saving: Draft | None = None,
    ) -> None:
        self._tell = tell
        self._sealing = sealing
        self._saving = saving

    def __call__(self, future: "Future[Any]") -> None:
        error = future.exception()
        result = None if error else future.result()
        self._tell(WriteEnd(result, error, self._sealing, self._saving))
