"""Markdown as HTML that stands on its own: formulas drawn, nothing loaded, nothing run."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from html import escape, unescape
from mimetypes import guess_type
from pathlib import Path

from desktop.rendering.formula import FormulaKey, typeset
from desktop.rendering.page_html import page_to_html
from desktop.rendering.render_page import render_markdown

_MATH = re.compile(
    r'<(?P<tag>span|div) class="math">(\${1,2})(?P<tex>.*?)\2</(?P=tag)>', re.DOTALL
)
_IMAGE = re.compile(r'<img src="(?P<name>[^"]*)" alt="(?P<words>[^"]*)">')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


FindImage = Callable[[str], bytes | None]
"""The bytes of a picture by its name in a text; None if there is none that may be shown."""


def _no_images(_name: str) -> None:
    return None


def html_of(markdown: str, find_image: FindImage = _no_images) -> str:
    """The body of a page; a formula that cannot be drawn stays TeX, a picture its words."""
    page = page_to_html(render_markdown(markdown))
    return _MATH.sub(_drawn, _IMAGE.sub(partial(_embedded, find_image), page))


def _embedded(find_image: FindImage, found: re.Match[str]) -> str:
    """A picture with its bytes in it, since the page loads nothing; all other text is escaped."""
    name = unescape(found["name"])
    content = find_image(name)
    if content is None:
        return f"[{found['words'] or found['name']}]"
    data = b64encode(content).decode()
    return f'<img src="data:{guess_type(name)[0]};base64,{data}" alt="{found["words"]}">'


def _drawn(found: re.Match[str]) -> str:
    """A formula as an inline picture that sits on the line; all other text is escaped by now."""
    tex = unescape(found["tex"])
    formula = typeset(FormulaKey(tex, is_display=found["tag"] == "div"))
    if formula.fault:
        return found[0]
    style = (
        f"width:{formula.width_em:.3f}em;height:{formula.height_em:.3f}em;"
        f"vertical-align:{-formula.depth_em:.3f}em"
    )
    picture = formula.svg.replace("<svg ", f'<svg role="img" style="{style}" ', 1)
    picture = picture.replace(">", f"><title>{escape(tex)}</title>", 1)
    return f'<{found["tag"]} class="math">{picture}</{found["tag"]}>'


def html_document(title: str, body: str, resources: Path, tail: str = "") -> str:
    """A whole document with its style in it, in light and dark; `tail` holds scripts."""
    policy = f"{_POLICY}; script-src 'unsafe-inline'" if tail else _POLICY
    style = (resources / "pages" / "page.css").read_text(encoding="utf-8")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{escape(title)}</title>
<style>
{style}</style>
</head>
<body>
{body}{tail}</body>
</html>
"""
