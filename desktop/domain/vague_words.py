"""Words that judge an answer and name nothing in it."""

import re

_LIST = """
a an and any as at be been by for from has have her his in into is it its of on or so that the
their them this to very was well with without overall quite really both all every each more
most much enough level high highly sense way able ability good great strong solid sound deep
deeper deeply thorough thoroughly clear clearly concise concisely coherent coherently correct
correctly accurate accurately precise precisely appropriate appropriately reasonable reasonably
relevant proper properly thoughtful insightful structured logical logically complete completely
comprehensive detailed nuanced practical mature confident confidently convincing convincingly
organised organized professional senior excellent impressive effective effectively
adequate adequately careful carefully sensible smart creative critical critically
shows show demonstrates demonstrate displays gives give provides provide communicates
communicate explains explain understands understand knows know presents present answers answer
discusses discuss describes describe thinks think reasons uses use makes make candidate
understanding knowledge communication structure reasoning thinking explanation explanations
approach clarity depth breadth grasp command insight intuition judgement judgment quality
awareness topic topics subject question concept concepts problem details detail ideas idea
things thing points point aspects matter skills skill expertise experience
"""
_VAGUE = frozenset(_LIST.split())
_WORD = re.compile(r"[^\W_]+")


def names_something(point: str) -> bool:
    """Whether a point holds more than praise: a term, a number, a formula."""
    return any(word not in _VAGUE for word in _WORD.findall(point.lower()))
