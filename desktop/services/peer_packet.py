"""A packet for a peer: one offline page with the answers of a run and a form for their points."""

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from desktop.domain.attempt import Attempt
from desktop.domain.mark import Verdict
from desktop.domain.question import Question

FORMAT = "greenroom-peer-marks"
VERSION = 1

_STYLE = """
:root { color-scheme: light dark; }
body { font: 17px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; }
body { padding: 0 1rem; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid #8884; border-radius: 6px; }
table { border-collapse: collapse; } td, th { border: 1px solid #8886; padding: .3rem .6rem; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #8886; }
article { border-top: 1px solid #8886; margin-top: 3rem; }
fieldset { border: 1px solid #8886; border-radius: 6px; margin: 1rem 0; padding: .8rem 1rem; }
legend { font-weight: 600; padding: 0 .4rem; }
label { margin-right: 1rem; }
textarea, input[type=text] { width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; }
button { font: inherit; font-weight: 600; padding: .5rem 1.2rem; }
svg { vertical-align: baseline; }
.answer { padding: .2rem 1rem; border: 1px solid #8886; border-radius: 6px; }
.small { font-size: .85rem; opacity: .75; }
"""

_SCRIPT = """
const head = JSON.parse(document.getElementById("head").textContent);
function collect() {
  const answers = [...document.querySelectorAll("article")].map((article) => ({
    attempt: article.dataset.attempt,
    comment: article.querySelector(".comment").value.trim(),
    marks: [...article.querySelectorAll("fieldset")].flatMap((point) => {
      const chosen = point.querySelector("input[type=radio]:checked");
      if (!chosen) return [];
      const shown = point.querySelector(".evidence").value.trim();
      return [{ point: Number(point.dataset.point), verdict: chosen.value, evidence: shown }];
    }),
  }));
  const reviewer = document.getElementById("reviewer").value.trim();
  return JSON.stringify({ ...head, reviewer, answers }, null, 1);
}
document.getElementById("save").addEventListener("click", () => {
  const text = collect();
  const result = document.getElementById("result");
  result.hidden = false;
  result.value = text;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "greenroom-marks.json";
  link.click();
  document.getElementById("saved").hidden = false;
});
"""


class PacketAnswer(NamedTuple):
    """An answer to be judged, and the question as it stood when it was answered."""

    attempt: Attempt
    question: Question


def peer_packet(
    title: str, run: str, answers: Sequence[PacketAnswer], to_html: Callable[[str], str]
) -> str:
    """The page; `run` names the mock run, `to_html` makes safe HTML of Markdown.

    It loads nothing, sends nothing, and keeps the marks in a small file that the peer sends back.
    """
    head = json.dumps({"format": FORMAT, "version": VERSION, "run": run})
    articles = "".join(
        _article(number, one, to_html) for number, one in enumerate(answers, start=1)
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{escape(title)}</h1>
<p>Please read each answer and say of every point whether it is there. Where it is, paste the
sentence that shows it. At the end save your marks and send the small file back. Nothing leaves
this page by itself.</p>
<p><label for="reviewer">Your name</label> <input type="text" id="reviewer"></p>
{articles}
<p><button id="save" type="button">Save my marks</button></p>
<p id="saved" hidden>Saved as greenroom-marks.json. If no file came, copy the text below.</p>
<textarea id="result" rows="8" readonly hidden aria-label="Your marks as text"></textarea>
<script type="application/json" id="head">{_in_script(head)}</script>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _article(number: int, one: PacketAnswer, to_html: Callable[[str], str]) -> str:
    points = "".join(
        _point(f"q{number}p{place}", place, point.weight, to_html(point.text))
        for place, point in enumerate(one.question.points)
    )
    return f"""<article data-attempt="{escape(one.attempt.uuid)}">
<h2>{number}. {escape(one.question.title)}</h2>
{to_html(one.question.prompt)}
<h3>The answer</h3>
<div class="answer">{to_html(one.attempt.text)}</div>
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
