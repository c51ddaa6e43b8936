"""A question that is not in the bank yet, as a page to look at."""

from desktop.domain.import_choice import Candidate
from desktop.domain.question import Question
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown


def preview_candidate(candidate: Candidate) -> Page:
    """The page of a question that is about to be imported."""
    return render_markdown(_markdown(candidate.question.imported.question))


def _markdown(question: Question) -> str:
    told = [question.category, question.difficulty, *question.topics]
    prompt = "" if question.prompt == question.title else question.prompt
    sections = [(part.value, body) for part, body in question.parts.items()]
    sections += [(other.heading, other.body) for other in question.other_sections]
    blocks = [f"# {question.title}", " · ".join(filter(None, told)), prompt]
    blocks += [f"## {heading}\n\n{body}" for heading, body in sections]
    return "\n\n".join(filter(None, blocks))
