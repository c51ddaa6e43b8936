"""TeX and mathematical signs put into plain words, so that one thing has one spelling."""

import re
import unicodedata

_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_ESCAPED = re.compile(r"\\([^A-Za-z])")
_SCRIPT = re.compile(r"([_^])\{\s*([^{}]*?)\s*\}")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_POWER_OF_TEN = re.compile(
    r"(?:(?<![\w.])(?P<factor>\d+(?:\.\d+)?)\s*[*×·]\s*)?(?<![\w.])10\s*(?:\^|\*\*)\s*"
    r"\(?(?P<exponent>[+-]?\d{1,3})(?![\w.])\)?"
)
_GREEK = re.compile("[α-ωϑϕϵΑ-Ω]")
_SILENT_NAMES = """
    left right big Big bigl bigr Bigl Bigr bigg Bigg middle text textbf textit mathrm mathbf
    mathit mathsf mathtt mathcal mathbb mathfrak boldsymbol bm operatorname rm bf it frac dfrac
    tfrac displaystyle textstyle begin end aligned align cases quad qquad limits nolimits approx
    sim le ge leq geq lt gt ll gg ne neq to mapsto rightarrow leftarrow Rightarrow implies iff in
    notin cdots ldots dots lVert rVert lvert rvert Vert vert mid colon not
"""
_SILENT = frozenset(_SILENT_NAMES.split())
_SPELLED = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "varepsilon": "epsilon",
    "varphi": "phi",
    "vartheta": "theta",
    "varrho": "rho",
    "varsigma": "sigma",
    "Pr": "P",
    "lnot": "not",
    "neg": "not",
}
_NAMES = {"lamda": "lambda", "final sigma": "sigma"}
_MINUS = str.maketrans({"−": "-", "–": "-", "‑": "-", "⁻": "-", "⁺": "+"})


def in_plain_words(text: str) -> str:
    r"""`text` without TeX: `\lambda` and λ become "lambda", `10^{-6}` becomes 1e-6.

    Groups lose their braces, and commands that only set type vanish; words stay as they are.
    """
    if "\\" in text or "$" in text:
        text = _without_commands(text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(_MINUS), text)
        text = _GREEK.sub(_greek_name, unicodedata.normalize("NFKD", text).translate(_MINUS))
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    if "^" in text or "**" in text:
        text = _POWER_OF_TEN.sub(_power_of_ten, text)
    return text


def _without_commands(text: str) -> str:
    text = text.replace("{,}", ",").replace("\\%", "%").replace("\\_", "_").replace("$", " ")
    text = _ESCAPED.sub(" ", text)
    text = _COMMAND.sub(_command_word, text)
    text = _SCRIPT.sub(r"\1\2 ", text)
    return text.replace("{", " ").replace("}", " ")


def _command_word(found: re.Match[str]) -> str:
    name = found[1]
    if name in _SILENT:
        return " "
    before = found.string[found.start() - 1 : found.start()]
    pad = "" if before in ("_", "^", "{") else " "
    after = found.string[found.end() : found.end() + 1]
    return pad + _SPELLED.get(name, name) + ("" if after in ("_", "^", "}") else " ")


def _greek_name(found: re.Match[str]) -> str:
    letter = found[0]
    name = unicodedata.name(letter, letter).rpartition(" LETTER ")[2].lower()
    name = name.removesuffix(" symbol") if " " in name else name
    name = _NAMES.get(name, name)
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    return (" " if before.isalnum() else "") + name + (" " if after.isalnum() else "")


def _power_of_ten(found: re.Match[str]) -> str:
    return f"{found['factor'] or 1}e{found['exponent']}"
