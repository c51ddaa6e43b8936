"""What stands in lines of text, as patterns."""

VERBATIM = r"""(?x)
    \\ (?P<escaped> [!-/:-@\[-`{-~] )
    | \\ (?P<break> \n )
    | (?P<ticks> `++ ) (?P<code> .+? ) (?<! ` ) (?P=ticks) (?! ` )
    | `++
    | \$\$ (?P<display> (?: \\. | [^$\\`] )+ ) \$\$
    | \$ (?! [\s$] ) (?P<tex> (?: \\. | [^$\\`] )+ ) (?<! \s ) \$ (?! \d )
"""
"""Formulas as in pandoc: text right inside both dollars, no digit after them, no code."""

ADDRESS = r"<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+))>"
ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
BREAK = r"(?<! ) {2,}+\n"
FOOTNOTE = r"\[\^([^\s\]]+)\]"
_WORDS = r"\[(?P<words>(?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
_TARGET = r"""(?:
    \(\s*+(?:<(?P<in_angles>[^<>\n]*)>|(?P<bare>(?:[^\s()<][^\s()]*+|\([^\s()]*+\))*+))
    (?:\s++(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*+\)
    | (?P<reference>\[(?P<label>[^\[\]]*+)\])
    )?"""
LINK = rf"(?x)(?<!!){_WORDS}{_TARGET}"
IMAGE = rf"(?x)!{_WORDS}{_TARGET}"
