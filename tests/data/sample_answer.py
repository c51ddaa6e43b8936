"""A long answer as people write them: prose, lists, formulas, code and tables."""

from itertools import cycle, islice

_LIST = """## A step

- The gradient of the *penalty* pulls each weight to zero.
- Another point with $\\lambda_{%d} \\lVert w \\rVert_1$ in it.
  - nested in it"""
_FORMULA = """Where $x_{%d}$ is the feature, the loss is

$$
L(w) = \\sum_i (y_i - w^\\top x_i)^2 + \\lambda_{%d} |w|
$$"""
_CODE = """```python
def step_%d(w, g, lr=0.1):
    # soft threshold
    w = w - lr * g

    return np.sign(w) * np.maximum(np.abs(w) - lr, 0)
```"""
_TABLE = """| method | cost | note |
|:--|--:|:-:|
| lasso %d | 1.0 | $O(n)$ |
| ridge | 2 | `a` |"""
_STEPS = """1. First the derivation
2. then the result
   with more

> A quote about it
> as well"""
_PIECES = (
    "The gradient of the penalty **pulls** each weight `w_i` towards zero, or not at all. " * 4,
    _LIST,
    _FORMULA,
    _CODE,
    "It pulls each weight towards zero, or not at all, [see](https://example.org) here. " * 5,
    _TABLE,
    _STEPS,
    "Plain words that go on for a while about optimisation and its geometry. " * 4,
)
_WORDS = sum(len(piece.split()) for piece in _PIECES)
_FORMULAS = 40


def answer_of(words: int) -> str:
    """Markdown of about so many words, at least those of one round of pieces."""
    rounds = max(1, round(words / _WORDS))
    pieces = islice(cycle(_PIECES), rounds * len(_PIECES))
    return "\n\n".join(
        piece.replace("%d", str(number % _FORMULAS)) for number, piece in enumerate(pieces)
    )
