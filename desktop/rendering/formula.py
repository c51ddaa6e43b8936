"""Formulas drawn as SVG."""

import json
import re
from dataclasses import asdict, dataclass
from typing import NamedTuple

LONGEST_TEX = 600
"""Characters; the typesetter's time grows faster than the formula, 20,000 take it 20 s."""

_UNIT_PX = 32.0
"""The size at which formulas are typeset; they scale without loss."""

_PADDING = 0.04
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_PATH = re.compile(r'<path d="([^"]*)"')
_RECT = re.compile(r'<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"')
_NOT_KNOWN = " is not known here"
_UNKNOWN = re.compile(r">(\\[A-Za-z]+)")


class FormulaKey(NamedTuple):
    """Which formula: its TeX and whether it stands on lines of its own."""

    tex: str
    is_display: bool


@dataclass(frozen=True, slots=True)
class Formula:
    """A typeset formula, its sizes in units of the font size, or a `fault` in a few words.

    `svg` is drawn in `currentColor`; `ascent_em` reaches from the baseline up, the rest of the
    height down.
    """

    svg: str = ""
    width_em: float = 0.0
    height_em: float = 0.0
    ascent_em: float = 0.0
    fault: str = ""

    @property
    def depth_em(self) -> float:
        return self.height_em - self.ascent_em

    def coloured(self, colour: str) -> str:
        """The SVG drawn in `colour` ("#rrggbb")."""
        return self.svg.replace("currentColor", colour)


def formula_to_bytes(formula: Formula) -> bytes:
    """The formula as JSON, for a cache."""
    return json.dumps(asdict(formula)).encode()


def formula_from_bytes(data: bytes) -> Formula:
    """The formula in `data`; raises ValueError where it is damaged."""
    try:
        return Formula(**json.loads(data))
    except TypeError as error:
        raise ValueError("a cached formula is damaged") from error


def typeset(key: FormulaKey) -> Formula:
    """Typesets a formula in 2 to 60 ms; for any thread but the window's.

    What cannot be typeset, as it often is while it is being typed, comes back as a fault.
    """
    if len(key.tex) > LONGEST_TEX:
        return Formula(fault="it is too long to typeset")
    from desktop.rendering.tex_spelling import (  # noqa: PLC0415 - after the first paint
        fault_in,
        respelled,
    )

    if fault := fault_in(key.tex):
        return Formula(fault=fault)
    from ziamath.config import config  # noqa: PLC0415 - 140 ms, only where there is a formula
    from ziamath.zmath import Latex  # noqa: PLC0415 - as above

    config.svg2 = False  # QtSvg does not draw what it writes otherwise
    try:
        latex = Latex(respelled(key.tex), size=_UNIT_PX, inline=not key.is_display)
        svg = latex.svg()
        mathml = latex.mathmlstr()
    except Exception as error:  # noqa: BLE001 - half-typed TeX raises whatever it likes in there
        return Formula(fault=_fault_of(error))
    if unknown := _UNKNOWN.search(mathml):
        return Formula(fault=f"{unknown[1]}{_NOT_KNOWN}")
    return _trimmed(svg)


def find_fault(tex: str) -> str:
    """What keeps `tex` from being read, "" if nothing does; fifty times as quick as typesetting.

    What is read and cannot be drawn is left to `typeset`; it is rare.
    """
    from ziamath.tex import tex2mml  # noqa: PLC0415 - as above

    from desktop.rendering.tex_spelling import (  # noqa: PLC0415 - as above
        fault_in,
        respelled,
    )

    if fault := fault_in(tex):
        return fault
    try:
        mathml = tex2mml(respelled(tex))
    except Exception as error:  # noqa: BLE001 - as above
        return _fault_of(error)
    unknown = _UNKNOWN.search(mathml)
    return f"{unknown[1]}{_NOT_KNOWN}" if unknown else ""


def is_known(name: str) -> bool:
    r"""Whether a name with its backslash, such as `\frac`, means something to the typesetter."""
    return find_fault(name) != f"{name}{_NOT_KNOWN}"


def _trimmed(svg: str) -> Formula:
    """The formula cut to its ink; what the typesetter leaves around accents is too wide."""
    points: list[tuple[float, float]] = []
    for path in _PATH.findall(svg):
        numbers = [float(number) for number in _NUMBER.findall(path)]
        points.extend(zip(numbers[::2], numbers[1::2], strict=False))
    for rect in _RECT.findall(svg):
        x, y, width, height = map(float, rect)
        points += [(x, y), (x + width, y + height)]
    if not points:
        return Formula(fault="there is nothing to draw")
    pad = _PADDING * _UNIT_PX
    left = min(x for x, _ in points) - pad
    right = max(x for x, _ in points) + pad
    top = min(min(y for _, y in points) - pad, 0.0)
    bottom = max(max(y for _, y in points) + pad, 0.0)
    width, height = right - left, bottom - top
    body = svg.partition(">")[2].replace('"black"', '"currentColor"')
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{left:.2f} {top:.2f} {width:.2f} {height:.2f}">'
    )
    return Formula(head + body, width / _UNIT_PX, height / _UNIT_PX, -top / _UNIT_PX)


def _fault_of(error: Exception) -> str:
    return _FAULTS.get(type(error).__name__, "it is not complete")


_FAULTS = {
    "MissingSuperScriptOrSubscriptError": "nothing follows ^ or _",
    "DoubleSubscriptsError": "there are two subscripts in a row",
    "DoubleSuperscriptsError": "there are two superscripts in a row",
    "ExtraLeftOrMissingRightError": r"\left has no \right",
    "DenominatorNotFoundError": "a fraction has no denominator",
    "NumeratorNotFoundError": "a fraction has no numerator",
    "MissingEndError": r"\begin has no \end",
    "InvalidAlignmentError": "the columns of an array are not l, c or r",
    "InvalidStyleForGenfracError": "a fraction has a style that is not known",
    "InvalidWidthError": "a width is not known",
}
