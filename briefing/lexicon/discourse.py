"""Phrases by which a page leaves its own event for another, in the eight languages.

Invariant: each phrase is folded and names no person, place or event.
"""

from __future__ import annotations

import re

_RECALLING = (
    "it is to be recalled|it should be recalled|it is worth recalling|to recall|previously"
    "|earlier this year|in the past|back then"
    "|pour rappel|pour memoire|rappelons|il convient de rappeler|par le passe|auparavant"
    "|cabe recordar|hay que recordar|en el pasado|anteriormente"
    "|zur erinnerung|zuvor hatte|in der vergangenheit|bereits im"
    "|va ricordato|si ricorda|in passato|in precedenza"
    "|recorde se|vale lembrar|no passado"
    "|ter herinnering|eerder dit jaar|in het verleden"
    "|يذكر ان|تجدر الاشارة|وكان قد|سبق ان"
)
_ANOTHER_OCCASION = (
    "the same day|that same day|separately|not the only|separate (?:talks|meeting|session|visit)"
    "|le meme jour|separement|entretiens? separes?|reunion separee"
    "|el mismo dia|ese mismo dia|por separado|(?:reunion|encuentro|cita) aparte"
    "|am selben tag|am gleichen tag|getrennt davon|getrenntes? (?:treffen|gesprach)"
    "|gesonderten treffen"
    "|lo stesso giorno|separatamente|incontro separato"
    "|no mesmo dia|em separado|(?:encontro|reuniao) a parte"
    "|dezelfde dag|afzonderlijke?|apart overleg"
    "|في اليوم نفسه|من جهة اخرى|بشكل منفصل|لقاء منفصل|اجتماع منفصل"
)
_LEAVING = re.compile(rf"\b(?:{_RECALLING}|{_ANOTHER_OCCASION})\b")


def leaves_the_event(folded_opening: str) -> bool:
    """Whether the folded opening of a sentence turns to something else than the page's event."""
    return bool(_LEAVING.search(folded_opening))
