"""A packet for a peer: one offline page with the answers of a run and a form for their points."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from desktop.domain.attempt import Attempt
from desktop.domain.mark import Verdict
from desktop.domain.question import Question
from desktop.services.html_page import html_document, html_of

FORMAT = "greenroom-peer-marks"
VERSION = 1


class PacketAnswer(NamedTuple):
    """An answer to be judged, and the question as it stood when it was answered."""

    attempt: Attempt
    question: Question


def peer_packet(title: str, run: str, answers: Sequence[PacketAnswer], resources: Path) -> str:
    """The page; `run` names the mock run, `resources` holds what the page is made with.

    It loads nothing, sends nothing, and keeps the marks in a small file that the peer sends back.
    """
    head = json.dumps({"format": FORMAT, "version": VERSION, "run": run})
    script = (resources / "pages" / "packet.js").read_text(encoding="utf-8")
    articles = "".join(_article(number, one) for number, one in enumerate(answers, start=1))
    body = f"""<h1>{escape(title)}</h1>
<p>Please read each answer and say of every point whether it is there. Where it is, paste the
sentence that shows it. At the end save your marks and send the small file back. Nothing leaves
this page by itself.</p>
<p><label for="reviewer">Your name</label> <input type="text" id="reviewer"></p>
{articles}
<p><button id="save" type="button">Save my marks</button></p>
<p id="saved" hidden>Saved as greenroom-marks.json. If no file came, copy the text below.</p>
<textarea id="result" rows="8" readonly hidden aria-label="Your marks as text"></textarea>
"""
    tail = f"""<script type="application/json" id="head">{_in_script(head)}</script>
<script>
{script}</script>
"""
    return html_document(title, body, resources, tail)


def _article(number: int, one: PacketAnswer) -> str:
    points = "".join(
        _point(f"q{number}p{place}", place, point.weight, html_of(point.text))
        for place, point in enumerate(one.question.points)
    )
    return f"""<article data-attempt="{escape(one.attempt.uuid)}">
<h2>{number}. {escape(one.question.title)}</h2>
{html_of(one.question.prompt)}
<h3>The answer</h3>
<div class="answer">{html_of(one.attempt.text)}</div>
<h3>Points</h3>
{points}<p><label>What should be better next time?
<textarea class="comment" rows="3"></textarea></label></p>
</article>
"""


def _point(name: str, place: int, weight: int, text: str) -> str:
    choices = "".join(
        f'<label><input type="radio" name="{name}" value="{verdict}"> '
        f"{verdict.capitalize()}</label>"
        for verdict in Verdict
    )
    return f"""<fieldset data-point="{place}"><legend>Point {place + 1}</legend>
{text}<p class="small">Weight {weight} of 5</p>
<p>{choices}</p>
<input type="text" class="evidence" aria-label="The sentence that shows it" \
placeholder="The sentence that shows it">
</fieldset>
"""


def _in_script(text: str) -> str:
    """JSON that cannot end the element it stands in."""
    return text.replace("<", "\\u003c")
