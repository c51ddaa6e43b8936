"""The words of pages for difficulty, round, role and category, as our vocabulary has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROLES, ROUNDS


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value as our files write it; `is_ours` is False where it is kept in the page's words."""

    value: str
    is_ours: bool


_DIFFICULTIES: Mapping[str, str] = {
    "easy": r"easy|beginner|basic|simple|junior|entry(?:[- ]level)?",
    "medium": r"medium|moderate|intermediate|mid(?:[- ]level)?|normal",
    "hard": r"hard|difficult|advanced|challenging|expert|very hard",
}
_ROUND_TAIL = r"(?: (?:rounds?|interviews?|screens?|screening|stage|loop|session))?"
_ROUNDS: Mapping[str, str] = {
    "phone-screen": r"(?:(?:technical|tech|initial|first|recruiter|hr|ml) )*"
    r"(?:phone|telephone|video|tech(?:nical)?|initial|recruiter|hr|pre)"
    r"[- ]?(?:screen(?:ing)?|calls?|interviews?)(?: (?:round|interview|call))?",
    "ml-breadth": r"(?:ml|machine learning) (?:breadth|fundamentals|theory|basics|knowledge"
    r"|concepts?)|breadth|(?:ml|machine learning) (?:rounds?|interviews?)",
    "ml-depth": r"(?:ml|machine learning) (?:depth|deep[- ]dive)|depth"
    r"|(?:technical |domain )?deep[- ]dive|(?:domain|specialist|expertise)(?: knowledge)?",
    "coding": r"(?:ml |live |technical |algorithms? )*(?:coding|programming)"
    r"(?: (?:challenge|exercise))?",
    "stats-experimentation": r"(?:stat(?:istic)?s|experimentation|a/?b[ -]test(?:ing)?"
    r"|stat(?:istic)?s (?:and|&) (?:experimentation|probability))",
    "system-design": r"(?:ml |machine learning |ai )?systems?[- ]design|ml design",
    "case-debugging": r"(?:business |product |ml )?case(?: stud(?:y|ies))?|debugging"
    r"|case (?:and|&) debugging|product sense|analytical",
    "behavioural": r"(?:behaviou?ral|leadership(?: principles)?|hiring manager|culture[- ]fit"
    r"|values|bar raiser|fit|googl(?:e)?yness)",
}
_OTHER_ROUND = re.compile(
    r"(?:virtual )?on-?site(?: loop| \d)?|(?:final|first|second|third|last)(?: (?:round|stage"
    r"|interview))|take[- ]?home(?: (?:assignment|test|project|challenge|exercise))?"
    r"|(?:online|technical|hackerrank|codesignal) assessments?|oa|technical(?: (?:round"
    r"|interview))?"
    r"|round \d|panel(?: interview)?|loop|presentation|(?:\w+ ){0,2}(?:round|screen|interview)"
)
_LEVEL = re.compile(
    r"\b(?:sr|senior|jr|junior|staff|principal|lead|associate|entry[- ]level|mid[- ]level|new grad"
    r"|intern|graduate|distinguished|i{1,3}|iv|[lep]\d|\d)\b\.?[,\s]*|\([^()]*\)"
)
_ROLES: Mapping[str, str] = {
    "machine-learning-engineer": r"(?:ml|machine[- ]learning|deep[- ]learning|nlp"
    r"|computer vision|cv"
    r"|ai ?/ ?ml|ml ?/ ?ai) (?:software )?(?:engineer(?:ing)?|developer)|mle"
    r"|software engineer,? (?:in )?(?:ml|machine learning)|swe,? ml",
    "applied-scientist": r"applied (?:ml |machine learning |ai |research )?scientist",
    "data-scientist": r"(?:product |decision )?data scien(?:tist|ce)",
    "research-scientist": r"(?:ai |ml |machine learning |nlp )?research scientist",
    "ai-engineer": r"(?:gen(?:erative)?[- ]?ai|ai|llm|applied ai) (?:software )?"
    r"(?:engineer|developer)",
    "mlops-engineer": r"(?:ml[- ]?ops|ml platform|ml infra(?:structure)?|machine learning"
    r" (?:platform|infrastructure|operations)) engineer",
}
_OTHER_ROLE = re.compile(
    r"(?!.*\b(?:questions?|interviews?|hiring)\b)(?:[\w&/.+-]+ ){0,4}(?:engineers?|scientists?"
    r"|analysts?|researchers?|developers?|architects?|statisticians?|managers?|consultants?|interns?|swe|sde)"
)
_CATEGORIES: Mapping[str, str] = {
    "Mathematical foundations": r"math(?:s|ematics)?(?: (?:for|foundations).*)?|linear algebra"
    r"|calculus|optimi[sz]ation(?: theory)?|probability(?: theory)?|information theory"
    r"|(?:convex|mathematical) optimi[sz]ation",
    "Statistics": r"stat(?:istic)?s(?: (?:and|&) probability)?|(?:bayesian |statistical )"
    r"(?:statistics|inference|methods|modell?ing)|hypothesis testing|probability (?:and|&) stat.*",
    "Experimentation and causality": r"a/?b[ -]?test(?:ing|s)?(?: .*)?|experiment(?:s|ation)?"
    r"(?: design| (?:and|&) .*)?|caus(?:al inference|ality)|design of experiments",
    "Classical machine learning": r"(?:classical|traditional|classic|supervised|unsupervised) "
    r"(?:ml|(?:machine )?learning)(?: algorithms)?|clustering|regression|classification"
    r"|(?:decision )?trees?(?: .*)?|ensemble(?:s| methods| learning)|time[- ]series(?: .*)?"
    r"|boosting|anomaly detection",
    "Data, features and evaluation": r"(?:data|feature) (?:engineering|preparation|preprocessing"
    r"|processing|quality|cleaning)|features?|(?:model )?evaluation(?: .*)?|metrics"
    r"|model (?:selection|validation)|interpretability|explainability|fairness|data",
    "Deep learning": r"deep learning(?: .*)?|neural networks?|dl|(?:cnn|rnn)s?|backpropagation"
    r"|distributed training",
    "Language models": r"(?:large )?language models?|nlp(?: .*)?|natural language (?:processing"
    r"|understanding|generation)(?: .*)?|llms?|transformers?|text mining|fine[- ]tuning",
    "LLM applications": r"(?:llm|gen(?:erative)? ?ai) (?:applications?|engineering|systems?)|rag"
    r"|retrieval[- ]augmented generation|(?:ai |llm )?agents?|agentic(?: ai)?"
    r"|prompt(?:ing| engineering)|ai (?:engineering|applications|safety)",
    "Vision, speech and generative media": r"(?:computer )?vision|cv|speech(?: .*)?|image .*"
    r"|(?:image|video|audio) (?:processing|generation)|multi-?modal(?: .*)?"
    r"|(?:diffusion|generative) models?|audio|asr|object detection",
    "Recommendation, ads and reinforcement learning": r"recommend(?:ation|er)s?(?: .*)?|recsys"
    r"|reinforcement learning|rl|ads?(?:vertising)?(?: .*)?|ranking(?: .*)?"
    r"|search(?: (?:and|&) .*)?|information retrieval|personali[sz]ation|bandits",
    "ML system design": r"(?:ml |machine learning |ai )?systems? design|ml (?:design"
    r"|architecture)",
    "MLOps and production": r"ml[- ]?ops(?: .*)?|(?:model )?(?:deployment|serving|monitoring)"
    r"(?: .*)?|(?:ml |ai )?(?:infrastructure|platform|production)(?: .*)?|data pipelines?"
    r"|production ml|ml engineering",
    "Coding": r"(?:ml )?(?:coding|programming)|algorithms?(?: .*)?|data structures?(?: .*)?|python"
    r"|sql|pandas|numpy|pytorch|data manipulation|dsa|databases?",
    "Debugging, cases and research": r"(?:ml )?(?:debugging|troubleshooting)|(?:business "
    r"|product )?"
    r"case(?:s| stud(?:y|ies))?|product (?:sense|analytics|metrics)|research(?: .*)?|analytics",
    "Behavioural for ML": r"behaviou?ral(?: .*)?|leadership(?: .*)?|culture(?: .*)?"
    r"|soft skills|communication|teamwork",
}
_WIDE_CATEGORY = re.compile(
    r"(?:ml|machine learning|ai|artificial intelligence|data science|ml ?/ ?ai|ai ?/ ?ml"
    r"|ai (?:and|&) (?:ml|machine learning)|(?:ml|machine learning|ai) (?:and|&) \w+"
    r"|(?:machine learning|ml|ai|data science) (?:algorithms?|basics|concepts?|fundamentals|theory"
    r"|knowledge|questions?)"
    r"|software engineering|computer science|technical|general|big data|data engineering"
    r"|statistics"
    r" (?:and|&) (?:math|machine learning).*|math(?:s|ematics)? (?:and|&) .*)"
)


def _named(words: str, wordings: Mapping[str, re.Pattern[str]]) -> str | None:
    return next((name for name, wording in wordings.items() if wording.fullmatch(words)), None)


def _compiled(wordings: Mapping[str, str], tail: str = "") -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(f"(?:{wording}){tail}") for name, wording in wordings.items()}


_DIFFICULTY_WORDINGS = _compiled(_DIFFICULTIES, "(?: (?:difficulty|level|question))?")
_ROUND_WORDINGS = _compiled(_ROUNDS, _ROUND_TAIL)
_ROLE_WORDINGS = _compiled(_ROLES, "s?")
_CATEGORY_WORDINGS = _compiled(_CATEGORIES)


def kebab_case(words: str) -> str:
    """The words in small letters and digits, joined by dashes."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("'", "")).strip("-")


def find_difficulty(words: str) -> NamedValue | None:
    """The difficulty that the words name, None if they name none."""
    key = _key(words)
    found = key if key in DIFFICULTIES else _named(key, _DIFFICULTY_WORDINGS)
    return NamedValue(found, is_ours=True) if found else None


def find_round(words: str) -> NamedValue | None:
    """The interview round that the words name, None if they name none."""
    key = _key(words)
    if kebab_case(key) in ROUNDS:
        return NamedValue(kebab_case(key), is_ours=True)
    if found := _named(key, _ROUND_WORDINGS):
        return NamedValue(found, is_ours=True)
    return NamedValue(kebab_case(key), is_ours=False) if _OTHER_ROUND.fullmatch(key) else None


def find_role(words: str) -> NamedValue | None:
    """The role that the words name, without its level; None if they name none."""
    key = " ".join(_LEVEL.sub(" ", _key(words)).split()).strip(" ,-")
    if kebab_case(key) in ROLES:
        return NamedValue(kebab_case(key), is_ours=True)
    if found := _named(key, _ROLE_WORDINGS):
        return NamedValue(found, is_ours=True)
    return NamedValue(kebab_case(key), is_ours=False) if _OTHER_ROLE.fullmatch(key) else None


def find_category(words: str) -> NamedValue | None:
    """The category that the words name; a wide one, as "Machine Learning", is kept as it is."""
    key = _key(words)
    ours = next((category for category in CATEGORIES if category.casefold() == key), None)
    if found := ours or _named(key, _CATEGORY_WORDINGS):
        return NamedValue(found, is_ours=True)
    is_wide = _WIDE_CATEGORY.fullmatch(key) is not None
    return NamedValue(words.strip(), is_ours=False) if is_wide else None


def _key(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").strip(" .:#*[]()").split())
