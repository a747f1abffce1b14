"""Words that make a figure a part of another, and words that say whose count it is.

Invariant: "of whom 28", "davon 28" and "dont 28" are parts of what was counted before; organisers
and the police count one crowd differently, and neither contradicts the other.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded

_PART_BEFORE = re.compile(
    r"(?:\b(?:of (?:whom|which|them|the)|including|among (?:them|whom)|dont|du nombre"
    r"|parmi (?:eux|elles|lesquel(?:le)?s)|de (?:los|las) (?:que|cuales)"
    r"|entre (?:ellos|ellas|eles|elas)|incluid[oa]s?|darunter|davon|unter ihnen"
    r"|von (?:denen|ihnen)|(?:tra|di|fra) cui|d[oa]s quais|incluindo|onder wie|onder meer"
    r"|van wie|waarvan|waaronder)|بينهم|بينها|منهم|منها|من بين)\W{0,3}(?:\w{1,20}\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\W{0,3}(?:\w{1,20}\W{1,3}){0,2}(?:of (?:whom|which|them)|davon|di loro|d['’]entre eux"
    r"|de ellos|deles|van hen|منهم|منها)\b",
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
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after))


def claimant(before: str, after: str) -> str:
    """Who counts, by the words nearest to a figure: "callers" of a protest, "offices", or ""."""
    ahead, behind = split_folded(after), split_folded(before)[::-1]
    found = ((at, word) for words in (behind, ahead) for at, word in enumerate(words))
    for _, word in sorted(found):
        if word in _CALLERS or word in _OFFICES:
            return "callers" if word in _CALLERS else "offices"
    return ""
