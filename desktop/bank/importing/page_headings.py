"""The wordings by which question pages head their sections."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.bank.importing.page_lines import bare_words
from desktop.domain.part_headings import find_part
from desktop.domain.question import Part


class PageSection(StrEnum):
    """A section of a page that is no part of a question file."""

    HEAD = "head"
    PROMPT = "prompt"
    OVERVIEW = "overview"
    DETAILS = "details"
    RELATED = "related"
    REFERENCES = "references"
    CHROME = "chrome"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SectionStart:
    """A section heading found in a line.

    `is_sure` is False for a word that may as well head a passage inside an answer; `rest` is
    the text after the heading's colon on the same line.
    """

    section: Part | PageSection
    is_sure: bool
    rest: str = ""


_PERSON = r"(?:interviewers?|hiring managers?|recruiters?|compan(?:y|ies)|they|we|i|you)"
_ASK = r"(?:asks?|expects?|looks? for|wants?|assess(?:es)?|evaluates?|tests?|listens? for)"
_GOOD = r"(?:good|strong|great|excellent|ideal|top|solid|complete|winning)"
_ANSWER = r"(?:answers?|solutions?|responses?)"
_SUBJECT = r"(?:topics?|concepts?|ideas|areas|themes|skills|knowledge)"
_TOLD = r"(?:cover(?:s|ed)?|tested|involved|assessed|evaluated|required|needed)"
_THIS = (
    r"(?: (?:this|it|the|your|these|such|an?|questions?|problems?|answers?|interviews?|well|in))*"
)
_MORE = r"(?: .{0,30})?"

_SURE: Mapping[Part | PageSection, tuple[str, ...]] = {
    Part.EXPECTATIONS: (
        (
            rf"what (?:the |an? |your |most )?{_PERSON}(?: \w+)? {_ASK}(?! (?:this|it"
            rf"|these)\b){_MORE}"
        ),
        (
            rf"what (?:the |an? |your |most )?{_PERSON}(?: \w+)? (?:are|is|wants?|hopes?) "
            rf"(?:looking for|to (?:see|hear)){_MORE}"
        ),
        rf"(?:the |your )?(?:interviewer'?s? |key |candidate )?expectations?{_MORE}",
        rf"what (?:we|they|you|i)(?:'re|'m) (?:looking for|after){_MORE}",
        r"what(?: i|')s expected(?: of you)?",
        r"expected (?:points|elements|coverage)",
        (
            r"(?:evaluation|grading|scoring|assessment|marking|success) "
            r"(?:criteria|rubric|points|guide|checklist)"
        ),
        r"(?:scoring |answer |grading )?rubric",
        (
            rf"(?:what )?(?:an? )?{_GOOD} (?:{_ANSWER}|candidates?)(?: \w+)? (?:covers?|includes?"
            r"|shows?|do(?:es)?|mentions?|says?|has|have|demonstrates?|looks? like|contains?"
            r"|should .{1,20})"
        ),
        rf"(?:what makes|signs of) (?:an? )?{_GOOD} {_ANSWER}",
        r"(?:key )?points to (?:cover|mention|hit|make)",
        r"key points|what to look for|green flags|(?:answer )?checklist|must[- ]haves?",
        (
            r"how (?:you (?:will|'ll) be|you are|your answer is|answers are) "
            r"(?:evaluated|graded|assessed|scored)"
        ),
        r"what you (?:will|'ll) be (?:assessed|judged) on",
    ),
    Part.WHY: (
        (
            rf"why (?:is |are |do |does )?(?:(?:this|it|these|{_PERSON}"
            rf"|[\w.&]+) )?(?:questions? )?"
            rf"(?:is |are )?(?:often |commonly |being )?(?:asked|asks?|matters?|important){_MORE}"
        ),
        r"why this question",
        r"(?:purpose|intent|goal|rationale)(?: (?:of|behind))?(?: (?:this|the))? question",
        (
            r"what (?:this|the) question (?:is |really )*(?:tests|assesses|evaluates|about|testing"
            r"|measures|probes|asking)"
        ),
        r"what (?:it|this) (?:tests|assesses|evaluates|measures)",
        r"what (?:is|'s) being (?:tested|assessed|evaluated)",
    ),
    Part.KEY_TOPICS: (
        (
            rf"(?:key|core|main|important|essential|relevant|major|suggested) {_SUBJECT} "
            rf"(?:to .{{3,20}}|{_TOLD})"
        ),
        r"(?:key|main|relevant) (?:topics?|skills)",
        rf"{_SUBJECT} (?:to (?:cover|know|discuss|mention|review|touch on)|{_TOLD})",
        r"what to cover",
    ),
    Part.APPROACH: (
        (
            r"how (?:to|you (?:should|can|might|could)|should (?:you|i)|(?:i|you) would|to best) "
            rf"(?:approach|answer|solve|tackle|structure|think about|attack|handle){_THIS}"
        ),
        (
            r"(?:suggested|recommended|possible|step[- ]by[- ]step|solution|answer(?:ing)?"
            r"|your|our"
            r"|general) (?:approach|steps|strategy|framework|structure|outline|plan|roadmap)"
        ),
        r"approach(?:ing)? (?:to )?(?:this|the) (?:question|problem)",
        r"steps to (?:solve|answer).*|step[- ]by[- ]step(?: (?:guide|solution|breakdown))?",
        r"framework for (?:answering|your answer)|response (?:framework|structure)",
        r"structur(?:e|ing) (?:of )?your answer",
    ),
    Part.FOLLOW_UPS: (
        (
            r"(?:(?:possible|potential|common|likely|typical|expected|sample|example|some|more) )*"
            r"follow[- ]?ups?(?:[- ]questions?)?(?: (?:to|you|they|for|and) .{1,30})?"
        ),
        r"(?:additional|further|deeper|probing|bonus|extension|next) questions",
        rf"what (?:the )?{_PERSON} (?:may|might|could|will) ask(?: you)?(?: next)?",
        r"questions? (?:they|you) (?:may|might|could) (?:ask|get|be asked) next",
    ),
    Part.SAMPLE_ANSWER: (
        (
            r"(?:an? |the |our )?(?:sample|model|example|suggested|ideal|reference|expert|official"
            rf"|full|detailed|recommended|exemplary|{_GOOD}) {_ANSWER}(?: outline| \(.*\))?"
        ),
        rf"example of (?:an? )?{_GOOD} {_ANSWER}",
    ),
    Part.WEAK_ANSWERS: (
        r"(?:common|typical|frequent) mistakes(?: .{0,40})?|mistakes to avoid|red flags",
        r"what (?:not to (?:do|say)|to avoid)",
        rf"(?:weak|bad|poor) (?:answers?|responses?){_MORE}",
        r"where (?:most )?candidates (?:go wrong|struggle|fail|slip)",
    ),
    PageSection.PROMPT: (
        (
            r"(?:the |main |full |interview |practice )?(?:question|prompt)s?"
            r"(?: (?:text|statement|description|prompt))?"
        ),
        r"(?:the )?problem(?: (?:statement|description))?|question \d+",
        r"(?:the )?(?:task|scenario|challenge|exercise)(?: description)?",
    ),
    PageSection.OVERVIEW: (
        r"(?:quick|question|brief|problem|short) (?:overview|summary|intro(?:duction)?)",
        r"(?:overview|question) at a glance",
    ),
    PageSection.DETAILS: (
        r"(?:question|interview|problem) (?:details|info(?:rmation)?|facts|stats|metadata)",
        r"meta ?data",
    ),
    PageSection.RELATED: (
        (
            r"(?:related|similar|more|other|recommended|suggested|popular|next|trending) "
            rf"(?:(?!follow)[\w&.-]+ ){{0,4}}(?:questions|problems|interviews){_MORE}"
        ),
        r"(?:related|similar) (?:interview )?(?:question|problem)",
        r"you (?:may|might) also like|people also ask(?:ed)?|see also|up next",
    ),
    PageSection.REFERENCES: (
        r"references?|further reading|bibliography|resources",
        (
            r"(?:additional |learning |useful |helpful |study |related )"
            r"(?:resources?|reading|links|articles)"
        ),
    ),
    PageSection.CHROME: (
        r"(?:\d+ )?(?:comments?|discussions?|replies)(?: \(?\d+\)?)?",
        r"leave a (?:comment|reply)|join the discussion",
        r"(?:submit |write |type )?your (?:answer|solution|notes|response)s?",
        r"(?:community|user|other) (?:answers|solutions|submissions)",
        r"(?:table of )?contents|on this page|share this .*|newsletter",
    ),
}

_UNSURE: Mapping[Part | PageSection, tuple[str, ...]] = {
    Part.WHY: (r"about this question|motivation|relevance",),
    Part.KEY_TOPICS: (
        rf"(?:key |core |main |important |related |relevant )?{_SUBJECT}",
        r"(?:topics? )?tags?|keywords?|(?:key |core )?terms|prerequisites",
    ),
    Part.APPROACH: (
        r"(?:the )?approach|strategy|framework|hints?(?: \d+)?|steps|outline|guidance",
        r"thought process|game plan",
        r"(?:interview |pro |answer(?:ing)? )?tips?(?: (?:for|to) .{1,30})?",
    ),
    Part.FOLLOW_UPS: (r"going deeper|bonus|extensions?",),
    Part.SAMPLE_ANSWER: (
        r"(?:sample |interview |example )?answers?(?: by .{2,30})?",
        rf"(?:the )?{_ANSWER}|ans|explanation|editorial|walkthrough|(?:solution|answer) \d+",
    ),
    Part.WEAK_ANSWERS: (r"(?:common )?(?:pitfalls|gotchas|traps|misconceptions)" + _MORE,),
    PageSection.PROMPT: (r"description|context|background|instructions|setup",),
    PageSection.OVERVIEW: (r"overview|summary|tl;?dr|intro(?:duction)?|at a glance",),
    PageSection.DETAILS: (r"details|info(?:rmation)?|stats",),
}


def _either(wordings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{wording})" for wording in wordings))


_PATTERNS = tuple(
    (section, is_sure, _either(wordings))
    for is_sure, table in ((True, _SURE), (False, _UNSURE))
    for section, wordings in table.items()
)

_NUMBERING = re.compile(
    r"^(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]|part \d+[.:]?|section \d+[.:]?)\s+"
)
_TAIL = re.compile(r"(?:\s*\(\d+\)|[\s:–—…#?-])+$")
_INLINE = re.compile(r"^([^:]{3,60}?)\s*(?::|\s[–—-]\s)\s*((?!`{3}|~{3})\S.*)$")
_LONGEST_WORDS = 11
_LONGEST = 300
"""Characters; the patterns take quadratic time for a line made of nothing but marks."""


def section_start(plain: str, text: str) -> SectionStart | None:
    """The section a line heads; `plain` is its bare words, `text` its Markdown.

    A heading may have text after its colon, as in `Key topics: dropout, weight decay`.
    """
    whole = _named(plain)
    if whole is not None:
        return whole
    inline = _INLINE.match(text)
    label = _named(bare_words(inline[1])) if inline else None
    if inline is None or label is None:
        return None
    return SectionStart(label.section, label.is_sure, inline[2].lstrip("* "))


def _named(words: str) -> SectionStart | None:
    if len(words) > _LONGEST:
        return None
    key = _NUMBERING.sub("", words.casefold().strip())
    key = _TAIL.sub("", key).strip(" *_\"'“”[]")
    if not key or len(key.split()) > _LONGEST_WORDS:
        return None
    for section, is_sure, pattern in _PATTERNS:
        if pattern.fullmatch(key):
            return SectionStart(section, is_sure)
    part = find_part(words)
    return SectionStart(part, is_sure=True) if part else None
