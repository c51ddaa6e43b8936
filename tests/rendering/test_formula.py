import pytest

from desktop.rendering.formula import (
    Formula,
    FormulaKey,
    formula_from_bytes,
    formula_to_bytes,
    typeset,
)
from desktop.rendering.tex_spelling import respelled


def inline(tex: str) -> Formula:
    return typeset(FormulaKey(tex, is_display=False))


def test_letter_stands_on_the_baseline_and_a_fraction_reaches_below_it() -> None:
    assert inline("x").depth_em < 0.1
    fraction = inline(r"\frac{a}{b}")
    assert fraction.depth_em > 0.2
    assert fraction.ascent_em > 0.5
    assert fraction.height_em == pytest.approx(fraction.ascent_em + fraction.depth_em)


def test_display_is_larger_than_inline() -> None:
    tex = r"\sum_{i=1}^n x_i"
    assert typeset(FormulaKey(tex, is_display=True)).height_em > inline(tex).height_em


def test_picture_takes_its_colour_when_it_is_drawn() -> None:
    formula = inline("x")
    assert "currentColor" in formula.svg
    assert '"#ff0000"' in formula.coloured("#ff0000")
    assert "currentColor" not in formula.coloured("#ff0000")


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        (r"\frac{a", "a { is not closed"),
        ("a}", "a } closes nothing"),
        ("a^", "nothing follows ^ or _"),
        (r"\left( x", r"\left has no \right"),
        (r"x \right)", r"\right has no \left"),
        (r"\begin{pmatrix} a", r"\begin{pmatrix} has no \end"),
        (r"\nosuchthing x", r"\nosuchthing is not known here"),
        (r"\newcommand{\x}{1}", r"\newcommand is not known here"),
        ("x" * 100_000, "it is too long to typeset"),
        ("{" * 200 + "}" * 200, "the braces are nested too deep"),
        (r"\frac", "it is not complete"),
        ("", "it is not complete"),
        (r"\quad", "there is nothing to draw"),
    ],
)
def test_what_cannot_be_set_says_what_is_wrong(tex: str, fault: str) -> None:
    formula = inline(tex)
    assert formula.fault == fault
    assert not formula.svg


@pytest.mark.parametrize(
    ("tex", "spelled"),
    [
        ("-x", "{-}x"),
        ("a - b", "a - b"),
        ("a = -b", "a = {-}b"),
        ("f(-x)", "f({-}x)"),
        (r"\lVert x \rVert", r"\| x \|"),
        (r"\nabla_\theta", r"\nabla\!_\theta"),
        (r"\operatorname*{arg\,max}_x", r"\arg\max _x"),
        (r"\mathop{\mathrm{arg\,min}}_x", r"\arg\min _x"),
        (r"\operatorname{softmax}(x)", r"\operatorname{softmax}(x)"),
        (r"a \nonumber", "a  "),
    ],
)
def test_spelling_that_the_typesetter_needs(tex: str, spelled: str) -> None:
    assert respelled(tex) == spelled


@pytest.mark.parametrize(
    "tex",
    [
        r"\hat{p} = \sigma(\mathbf{w}^\top \mathbf{x} + b)",
        r"\mathbb{E}_{x \sim p}[f(x)]",
        r"\begin{aligned} a &= b \\ &= -c \end{aligned}",
        r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
        r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}",
        r"D_{\mathrm{KL}}(p \,\|\, q)",
        r"\operatorname*{arg\,max}_{\theta} \log p(x \mid \theta)",
        r"\underbrace{a + b}_{c} \quad \sqrt[3]{x} \quad \binom{n}{k}",
        r"\left\lVert x \right\rVert_2 \le \left( \frac{1}{n} \right)",
        r"\bm{x} \odot \widetilde{xy} \coloneqq \mathbbm{1}\{y = 1\}",
    ],
)
def test_formulas_of_machine_learning_are_set(tex: str) -> None:
    formula = inline(tex)
    assert formula.fault == ""
    assert formula.width_em > 1


def test_formula_survives_its_bytes() -> None:
    formula = inline("x^2")
    assert formula_from_bytes(formula_to_bytes(formula)) == formula
    with pytest.raises(ValueError, match="damaged"):
        formula_from_bytes(b'{"colour": 1}')
