"""TeX as people write it, respelled so that the typesetter draws it as TeX would."""

import re

DEEPEST_BRACES = 30

_ARG = re.compile(r"arg\s*(?:\\[,;: ]|~|\s)*\s*(max|min)")
_OPERATOR = re.compile(
    r"\\(?:mathop|operatorname\*?)\s*\{\s*"
    r"(?:\\(?:mathrm|text|rm|operatorname)\s*\{(?P<inner>[^{}]*)\}|(?P<plain>[^{}]*))\s*\}"
)
_CLASS = re.compile(r"\\math(?:rel|bin|ord|open|close|punct|inner)(?=\s*\{)")
_NOT_DRAWN = re.compile(
    r"\\(?:nonumber|notag|limits|nolimits|displaylimits|hline|allowbreak|label\s*\{[^{}]*\})"
    r"(?![a-zA-Z])"
)
_UNARY_MINUS = re.compile(
    r"(?P<before>^|[=<>(\[{,;&|^_+]|\\\\|\\[,;:! ]"
    r"|\\(?:left[(\[|.]|[lb]igl?[(\[]|leq?|geq?|approx|sim|in|to|mapsto|propto|exp|log|text\{[^{}]*\})(?![a-zA-Z]))"
    r"(?P<blank>\s*)-(?!\s*$)"
)
_NAMES = {
    r"\lVert": r"\|",
    r"\rVert": r"\|",
    r"\Vert": r"\|",
    r"\argmax": r"\arg\max ",
    r"\argmin": r"\arg\min ",
    r"\mod": r"\bmod",
    r"\bm": r"\boldsymbol",
    r"\mathbbm": r"\mathbb",
    r"\widebar": r"\overline",
    r"\dotsm": r"\cdots",
    r"\indep": r"\perp\!\!\!\perp",
}
_NAME = re.compile(r"\\[a-zA-Z]+")
_TAG = re.compile(r"\\tag\*?\s*\{([^{}]*)\}")


def respelled(tex: str) -> str:
    r"""`tex` with what the typesetter draws badly or not at all put in other words.

    Among them are a minus that is a sign (set close to its number), `\lVert`, `\operatorname*`,
    and commands that draw nothing.
    """
    text = _NOT_DRAWN.sub(" ", tex)
    text = _TAG.sub(r"\\qquad (\\text{\1})", text)
    text = _OPERATOR.sub(_operator, text)
    text = _CLASS.sub("", text)
    text = _NAME.sub(lambda match: _NAMES.get(match[0], match[0]), text)
    text = text.replace(r"\nabla_", r"\nabla\!_")
    return _UNARY_MINUS.sub(r"\g<before>\g<blank>{-}", text)


def _operator(match: re.Match[str]) -> str:
    name = (match["inner"] or match["plain"] or "").strip()
    arg = _ARG.fullmatch(name)
    if arg:
        return rf"\arg\{arg[1]} "
    return rf"\operatorname{{{name}}}" if name else ""


def fault_in(tex: str) -> str:
    """What is wrong with `tex` in a few words, or "" if nothing shows before typesetting."""
    return _bracing(tex) or _pairing(tex) or _definitions(tex)


def _bracing(tex: str) -> str:
    depth = deepest = 0
    for brace in re.findall(r"\\.|[{}]", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        deepest = max(deepest, depth)
        if depth < 0:
            return "a } closes nothing"
    if deepest > DEEPEST_BRACES:
        return "the braces are nested too deep"
    return "a { is not closed" if depth else ""


def _pairing(tex: str) -> str:
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\s*\{([^{}]*)\}", tex):
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            return rf"\end{{{name}}} closes nothing"
    if opened:
        return rf"\begin{{{opened[-1]}}} has no \end"
    left = len(re.findall(r"\\left(?![a-zA-Z])", tex))
    right = len(re.findall(r"\\right(?![a-zA-Z])", tex))
    if left > right:
        return r"\left has no \right"
    return r"\right has no \left" if right > left else ""


def _definitions(tex: str) -> str:
    match = re.search(r"\\(?:def|newcommand|renewcommand|DeclareMathOperator)(?![a-zA-Z])", tex)
    return f"{match[0]} is not known here" if match else ""
