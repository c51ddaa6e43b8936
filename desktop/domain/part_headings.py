"""The headings by which the parts of a question are known, here and on well-known pages."""

import re

from desktop.domain.question import Part

_WORDINGS = {
    Part.WHY: (
        "why it is asked",
        "why it's asked",
        "why this is asked",
        "why this question is asked",
        "why is this asked",
        "why interviewers ask this",
        "why they ask this",
        "why this question",
    ),
    Part.EXPECTATIONS: (
        "what the interviewer expects",
        "what the interviewer is looking for",
        "what the interviewer looks for",
        "what interviewers expect",
        "what interviewers look for",
        "what interviewers are looking for",
        "what they expect",
        "what they are looking for",
        "what is expected",
        "what a good answer covers",
        "interviewer expectations",
        "expectations",
        "rubric",
        "evaluation criteria",
        "evaluation rubric",
        "scoring rubric",
        "grading rubric",
    ),
    Part.KEY_TOPICS: (
        "key topics",
        "key topics to cover",
        "topics to cover",
        "key concepts",
        "key concepts to cover",
        "key points to cover",
        "topics",
    ),
    Part.APPROACH: (
        "how to approach this",
        "how to approach this question",
        "how to approach this problem",
        "how to approach it",
        "how to approach",
        "how to answer",
        "how to answer this",
        "how to answer this question",
        "approach",
        "suggested approach",
        "recommended approach",
    ),
    Part.FOLLOW_UPS: (
        "follow-up questions",
        "follow-ups",
        "follow up",
        "possible follow-up questions",
        "possible follow-ups",
        "potential follow-up questions",
        "potential follow-ups",
        "common follow-up questions",
        "common follow-ups",
        "likely follow-up questions",
        "likely follow-ups",
    ),
    Part.SAMPLE_ANSWER: (
        "sample answer",
        "example answer",
        "model answer",
        "suggested answer",
        "reference answer",
        "sample solution",
        "sample response",
        "model solution",
    ),
    Part.WEAK_ANSWERS: (
        "weak answers sound like",
        "what weak answers sound like",
        "weak answers",
        "common mistakes",
        "common pitfalls",
        "common mistakes to avoid",
        "red flags",
    ),
}
_NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})[.):]\s+")
_NOT_LETTERS = re.compile(r"[\W_]+")


def find_part(heading: str) -> Part | None:
    """The part a heading starts, in any letter case, with any marks and numbering around it."""
    return _PARTS.get(_key_of(heading))


def _key_of(heading: str) -> str:
    bare = _NUMBERING.sub("", heading.strip().lower()).replace("'", "").replace("’", "")
    return _NOT_LETTERS.sub(" ", bare).strip()


_PARTS = {_key_of(wording): part for part, wordings in _WORDINGS.items() for wording in wordings}
