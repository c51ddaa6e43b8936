"""Asking a model about a sealed answer, point by point, and looking whether it is there."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.coach.coach_prompt import ask_about
from desktop.coach.coach_reply import read_reply
from desktop.coach.endpoint import read_endpoint
from desktop.coach.endpoint_client import EndpointClient
from desktop.coach.key_store import KeyPlace, KeyStore
from desktop.coach.open_call import OpenCall
from desktop.coach.quotes import QuotedText
from desktop.coach.worth_sending import find_reason_not_to_send
from desktop.domain.errors import AppError
from desktop.domain.point_comment import PointComment, judge_of_model
from desktop.domain.question import Question

MOST_CHARACTERS = 12_000
"""Of a reply, what it thought aloud included; a model that does not end is cut off there."""

MOST_COMMENTED = 1_200
"""Characters of a comment, about 200 words; small models go on and on."""

MOST_NAMED = 8


class KeyState(NamedTuple):
    """Whether a server has a key, and where keys are kept; never the key."""

    is_known: bool
    place: KeyPlace


class Found(NamedTuple):
    """What a look at a server found, in words, and the models it has."""

    told: str
    models: tuple[str, ...]


class AskCoach:
    """Each call waits for the network or the keyring: not for the UI's thread."""

    def __init__(self, client: EndpointClient, keys: KeyStore) -> None:
        self._client = client
        self._keys = keys

    def look(self, address: str, model: str, call: OpenCall) -> Found:
        """What a server has; nothing of the person's is sent but the key for it."""
        endpoint = read_endpoint(address)
        models = self._client.models(endpoint, self._keys.find(endpoint.origin), call)
        return Found(_say_found(endpoint.place, models, model), models)

    def key_state(self, address: str) -> KeyState:
        """What is known of the key for an address, also for one that is half typed."""
        try:
            origin = read_endpoint(address).origin
        except AppError:
            return KeyState(is_known=False, place=self._keys.place)
        return KeyState(bool(self._keys.find(origin)), self._keys.place)

    def put_key(self, address: str, key: str) -> KeyState:
        """Keep the key for an address, "" to forget it; AppError if either cannot be one."""
        endpoint, text = read_endpoint(address), key.strip()
        if not text.isascii() or not text.replace(" ", "x").isprintable():
            raise AppError("A key has letters, digits and signs only.", "Copy it once more.")
        self._keys.put(endpoint.origin, text)
        return self.key_state(address)

    def ask(
        self,
        address: str,
        model: str,
        question: Question,
        answer: str,
        told: Callable[[PointComment], None],
        call: OpenCall,
    ) -> None:
        """Tell the comment on each point as it grows, at last whole; AppError where it ends."""
        endpoint = read_endpoint(address)
        if not model.strip():
            raise AppError("The coach has no model yet.", "Choose one in the settings (Ctrl+,).")
        asked = f"{question.title}\n\n{question.prompt}"
        points = [point.text for point in question.points]
        reason = find_reason_not_to_send(answer, "\n".join([asked, *points]))
        if reason:
            raise AppError(f"{reason}; nothing was sent.", "Write one the coach can read.")
        key = self._keys.find(endpoint.origin)
        in_answer = QuotedText(answer)
        for number, point in enumerate(points):
            pieces = self._client.stream(
                endpoint, model, ask_about(asked, answer, point), key, call
            )
            comments = _Comments(number, model, in_answer, QuotedText(f"{asked}\n{point}"), told)
            try:
                for piece in pieces:
                    if not comments.take(piece):
                        break
            finally:
                pieces.close()
            comments.end()


class _Comments:
    """The comment on one point while it grows."""

    def __init__(
        self,
        point: int,
        model: str,
        answer: QuotedText,
        asked: QuotedText,
        told: Callable[[PointComment], None],
    ) -> None:
        self._point = point
        self._judge = judge_of_model(model)
        self._answer = answer
        self._asked = asked
        self._told = told
        self._text = ""

    def take(self, piece: str) -> bool:
        """Take a piece and tell what there is now; whether more is wanted."""
        self._text += piece
        comment = self._comment(is_whole=False)
        self._told(comment)
        return len(self._text) < MOST_CHARACTERS and len(comment.text) < MOST_COMMENTED

    def end(self) -> None:
        """Tell that it is whole now."""
        self._told(self._comment(is_whole=True))

    def _comment(self, *, is_whole: bool) -> PointComment:
        reply = read_reply(self._text, self._answer, self._asked, is_whole=is_whole)
        return PointComment(
            self._point,
            self._judge,
            reply.comment,
            reply.verdict,
            reply.start,
            reply.end,
            reply.dropped,
            is_whole,
        )


def build_ask_coach() -> AskCoach:
    """The coach with the system's keyring and the usual patience."""
    return AskCoach(EndpointClient(), KeyStore())


def _say_found(place: str, models: Sequence[str], model: str) -> str:
    if not models:
        return f"{place} answers, but has no model. Load one there first."
    named = ", ".join(models[:MOST_NAMED]) + (", …" if len(models) > MOST_NAMED else "")
    noun = "model" if len(models) == 1 else "models"
    told = f"{place} answers. It has {len(models)} {noun}: {named}."
    if not model:
        return f"{told} Choose one."
    return told if model in models else f"{told} {model} is not among them."
