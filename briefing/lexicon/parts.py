"""Words that make a figure a part of another, and words that say whose count it is.

Invariant: "of whom 28", "davon 28" and "dont 28" are parts of what was counted before; organisers
and the police count one crowd differently, and neither contradicts the other.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded

_PART_BEFORE = re.compile(
    r"(?:\b(?:of (?:whom|which|them|the)|including|among (?:them|whom|these|those)|dont|du nombre"
    r"|parmi (?:eux|elles|ceux-ci|celles-ci|lesquel(?:le)?s)|de (?:los|las) (?:que|cuales)"
    r"|entre (?:ellos|ellas|eles|elas|estos|estas|estes)|incluid[oa]s?|darunter|davon|unter ihnen"
    r"|von (?:denen|ihnen)|(?:tra|fra) (?:quest[ei]|loro|ess[ei])|(?:tra|di|fra) cui"
    r"|d[oa]s quais|incluindo|onder wie|onder meer"
    r"|van wie|waarvan|waaronder)|بينهم|بينها|منهم|منها|من بين)\W{0,3}(?:\w{1,20}\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\W{0,3}(?:\w{1,20}\W{1,3}){0,2}(?:of (?:whom|which|them)|davon|di loro|d['’]entre eux"
    r"|de ellos|deles|van hen|منهم|منها)\b",
    re.IGNORECASE,
)
_OF_THE_VICTIMS = re.compile(
    r" (?:of the|des|de las|de los|del|der|delle|dei|degli|das|dos|van de|من)"
    r" (?:victims|dead|injured|wounded|survivors|killed|victimes|morts|blessés|survivants"
    r"|víctimas|muertos|heridos|fallecidos|Toten|Todesopfer|Opfer|Verletzten|vittime|morti|feriti"
    r"|vítimas|mortos|feridos|slachtoffers|doden|gewonden|الضحايا|القتلى|المصابين|الجرحى)\b",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r" (?:more|others?|further|additional|autres|de plus|otr[oa]s|más|weitere[nr]?|andere[nr]?"
    r"|altr[ie]|in più|outr[oa]s|a mais|آخرون|آخرين|أخرى|إضافي\w*)\b",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(
    r"\b(?:another|a further|an additional|otr[oa]s|weitere|altr[ie]|outr[oa]s|nog|d['’]autres)\s$",
    re.IGNORECASE,
)
_SOME_OF_THEM = re.compile(
    r" (?:of (?:them|whom|those)|d['’]entre (?:eux|elles)|de (?:ellos|ellas|las cuales|los cuales)"
    r"|von (?:ihnen|denen)|de[ig](?:li)? quali|delle quali|di (?:loro|essi|esse)"
    r"|d(?:eles|elas|os quais|as quais)|van (?:hen|wie)|منهم|منها|من بينهم)\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"\s(?:of|des|de (?:las|los|la|ses|ces|sus)|dos|das|d[ae]gli|de[il]|delle|von|der|van de|من)\s",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"\b(?:suspect|sospech|probable|verdachts|verdächtig|vermut|sospett|suspeit|vermoed|verdacht)"
    r"|مشتبه|محتمل",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"confirm|bestätigt|nachgewiesen|conferm|accertat|bevestigd|vastgesteld|مؤكد|المؤكدة",
    re.IGNORECASE,
)
_CALLERS = frozenset(
    fold(word)
    for word in (
        "organisers organizers organisateurs organizadores Veranstalter Veranstaltern "
        "organizzatori organisatoren organisatie union unions syndicat syndicats sindicato "
        "sindicatos Gewerkschaft Gewerkschaften sindacato sindacati vakbond vakbonden opposition "
        "oposición oposição opposizione oppositie المنظمون النقابة النقابات المعارضة"
    ).split()
)
_OFFICES = frozenset(
    fold(word)
    for word in (
        "police policía polícia polizia Polizei politie préfecture questura authorities autorités "
        "autoridades autorità Behörden autoriteiten officials ministry ministère ministerio "
        "ministério ministero Ministerium ministerie government gouvernement gobierno governo "
        "Regierung regering الشرطة السلطات الوزارة الحكومة"
    ).split()
)


def is_part(before: str, after: str) -> bool:
    """Whether the words around a figure make it a part of another: "of whom 28"."""
    is_named = _PART_AFTER.match(after) or _OF_THE_VICTIMS.match(after)
    return bool(_PART_BEFORE.search(before) or is_named)


def is_share(after: str) -> bool:
    """Whether what follows a number makes it so many of a whole: "eleven of the pieces"."""
    return _OF_WHOLE.match(after) is not None


def is_more(before: str, after: str) -> bool:
    """Whether a figure counts those beside others: "two more", "46 autres", "another four"."""
    return bool(_MORE_AFTER.match(after) or _MORE_BEFORE.search(before))


def is_some_of_them(after: str) -> bool:
    """Whether a number without a noun is some of those named before: "seven of them"."""
    return _SOME_OF_THEM.match(after) is not None


def certainty(before: str, after: str) -> str:
    """Whether the words beside a figure of cases call them suspected or confirmed ones."""
    for name, pattern in (("suspected", _SUSPECTED), ("confirmed", _CONFIRMED)):
        if pattern.search(after) or pattern.search(before):
            return name
    return ""


def claimant(before: str, after: str) -> str:
    """Who counts, by the words nearest to a figure: "callers" of a protest, "offices", or ""."""
    ahead, behind = split_folded(after), split_folded(before)[::-1]
    found = ((at, word) for words in (behind, ahead) for at, word in enumerate(words))
    for _, word in sorted(found):
        if word in _CALLERS or word in _OFFICES:
            return "callers" if word in _CALLERS else "offices"
    return ""
