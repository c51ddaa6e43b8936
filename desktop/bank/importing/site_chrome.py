"""What a page says about its site and not about the question: buttons, menus, offers."""

import re

_BUTTONS = re.compile(
    r"(?:log ?in|log ?out|sign ?(?:in|up|out)|register|subscribe|upgrade|get started|start"
    r"|(?:go|get|try|unlock) (?:premium|pro)|premium|pro|new|share|copy(?: link)?|copied|save"
    r"|saved|bookmark|like|reply|report|flag|edit|print|download|run|run code|reset|submit"
    r"|cancel|close|menu|home|blog|pricing|faq|help|about(?: us)?|contact(?: us)?|careers"
    r"|search|settings|submissions|editorial|discuss|profile|dashboard|leaderboard|jobs|courses|questions|problems|loading"
    r"|(?:‹|«|←|<)?\s*prev(?:ious)?(?: (?:question|problem))?"
    r"|next(?: (?:question|problem))?\s*(?:›|»|→|>)?|back(?: to .{1,40})?|go back"
    r"|skip to (?:main )?content|(?:show|hide|view|reveal|see|toggle) (?:the )?"
    r"(?:sample |full |model )?(?:answers?|solutions?|hints?|all|more|less|comments?|details)"
    r"|(?:read|show|load|see|view) (?:more|less|all)|continue reading|expand(?: all)?"
    r"|collapse(?: all)?|mark as (?:done|complete|solved|read)|add (?:a )?(?:note|comment)"
    r"|markdown (?:is )?supported|(?:supports|use) markdown|advertisements?|sponsored|ads?"
    r"|submit (?:your )?(?:answer|solution|code)|(?:write|type|enter) your (?:answer|solution)"
    r".{0,12}|(?:privacy|cookie) (?:policy|settings|preferences)|terms(?: (?:of|&|and) .{1,20})?"
    r"|accept(?: all)?(?: cookies)?|reject(?: all)?|manage cookies|\d+ min(?:ute)?s? read"
    r"|practice(?: now| this question)?|solve(?: now| this)?|start (?:practicing|mock interview)"
    r"|try it(?: now| yourself)?|follow(?: us)?(?: on .{1,30})?|community|newsletter|discord"
    r"|twitter|linkedin|facebook|reddit|github|youtube|light|dark|english)\.{0,3}",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"(?:please )?(?:sign up|create (?:a|your) (?:free )?account|(?:log|sign) ?in|subscribe"
    r"|upgrade|unlock|go premium|join (?:over|\d+|our|the (?:community|discord|newsletter|waitlist"
    r"|discussion))|start (?:your|a) free|start practi[cs]ing|enrol+|book a|schedule a mock"
    r"|download (?:our|the) app|share (?:this|on|via)|follow us|trusted by|copyright"
    r"|report (?:an?|this) (?:issue|error|question|problem)|we use cookies"
    r"|this (?:site|website) uses|by (?:continuing|signing|using)|ace your (?:next )?interview"
    r"|land your dream|get (?:hired|premium|full access|unlimited|instant|ai)|try (?:our|it))\b.*",
    re.IGNORECASE,
)
_UNMISTAKABLE = re.compile(
    r"\b(?:track your progress|get ai feedback|ai[- ]powered (?:feedback|mock|interview)"
    r"|interactive workspace|our (?:platform|community|newsletter|discord|app|courses?|experts)"
    r"|all rights reserved|terms of (?:service|use)|privacy policy|uses? cookies"
    r"|money[- ]back|promo code|premium (?:subscribers|members only|plan)|free trial today)\b",
    re.IGNORECASE,
)
_INVITATIONS = re.compile(
    r"(?:sharpen|boost|improve|level up|master|supercharge|accelerate|test|build|elevate) your "
    r"(?:\w+ ){0,3}(?:skills?|prep(?:aration)?|interviews?|knowledge|career)\b.{0,40}"
    r"|(?:explore|browse|discover|view|see|find|check out|practi[cs]e|try|solve|get|start) "
    r"(?:(?:[\w&/-]+ ){0,4}(?:interview prep(?:aration)?|mock interviews?|question bank"
    r"|learning paths?|roadmaps?)|(?:our|all|more|the|other|similar|related|\d+\+?|practice"
    r"|interview) (?:[\w&/-]+ ){0,4}(?:questions?|problems?|courses?|platform|workspace))"
    r"(?: (?:with|on|in|at|for|from) .{1,80})?[.!→»›]*",
    re.IGNORECASE,
)
_BEHIND_A_GATE = re.compile(
    r"\b(?:unlock|upgrade|log ?in|sign ?(?:in|up)|subscribe|premium|members|read more|show more"
    r"|continue reading|see more|view (?:full|more)|full (?:answer|solution))\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:comments?|discussion|repl(?:y|ies)|vote|save|track)\b", re.IGNORECASE
)
_MARKETING = re.compile(r"\b(?:our|your|you|free|premium|ai)\b", re.IGNORECASE)
_FEEDBACK = re.compile(r"(?:was this|did you find|found an? (?:bug|error|issue))\b", re.IGNORECASE)
_BREADCRUMBS = re.compile(r"home\s*(?:[›»>/→|])\s*\S.*", re.IGNORECASE)
_LONGEST_OFFER_WORDS = 35
_LONGEST_ASKING = 60


def is_site_chrome(plain: str, text: str) -> bool:
    """Whether a line belongs to the site: a button, a menu entry, an offer, a legal notice."""
    if _BUTTONS.fullmatch(plain.strip(" |•·›»→←«‹[]()")):
        return True
    if "©" in text or _BREADCRUMBS.fullmatch(plain) or is_invitation(plain):
        return True
    if len(plain.split()) > _LONGEST_OFFER_WORDS or plain.endswith("?"):
        return _asks_for_help(plain)
    return _OFFERS.fullmatch(plain) is not None or _UNMISTAKABLE.search(plain) is not None


def _asks_for_help(plain: str) -> bool:
    return len(plain) <= _LONGEST_ASKING and _FEEDBACK.match(plain) is not None


def is_invitation(plain: str) -> bool:
    """Whether a line invites to use the site, as the heading of an offer does."""
    return _INVITATIONS.fullmatch(plain) is not None


def continues_offer(plain: str) -> bool:
    """Whether a line right after an invitation goes on with it."""
    return "?" not in plain and _MARKETING.search(plain) is not None


def hides_the_rest(plain: str) -> bool:
    """Whether a line of the site says that a text goes on where one must sign in or click."""
    return _BEHIND_A_GATE.search(plain) is not None and not _ABOUT_OTHERS.search(plain)
