"""Phrases by which a page leaves its own event for another, in the eight languages.

Invariant: each phrase is folded and names no person, place or event.
"""

from __future__ import annotations

import re

_RECALLING = (
    "it is to be recalled|it should be recalled|it is worth recalling|to recall|previously"
    "|earlier this year|in the past(?! (?:year|month|week)\\b)"
    "|back then"
    "|pour rappel|pour memoire|rappelons|il convient de rappeler|par le passe|auparavant"
    "|cabe recordar|hay que recordar|en el pasado|anteriormente"
    "|zur erinnerung|zuvor hatte|in der vergangenheit|bereits im"
    "|va ricordato|si ricorda|in passato|in precedenza"
    "|recorde se|vale lembrar|no passado"
    "|ter herinnering|eerder dit jaar|in het verleden"
    "|يذكر ان|تجدر الاشارة|وكان قد|سبق ان"
    r"|وكانت? (?:\w+ ){1,3}قد (?:استقبلت?|التقت?|التقي|زارت?|بحثت?|شاركت?|تراست?|دشنت?|اجتمعت?"
    r"|عقدت?|وقعت? (?:\w+ ){0,5}(?:اتفاق|عقد|مذكرة)\w*)"
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
    "|(?:another|one more) (?:guest|visitor)|did not end there"
    "|un autre (?:hote|visiteur|invite)|n en resta pas la|ne s est pas arretee? la"
    "|otr[oa] (?:invitad[oa]|visitante|visita)|no termino (?:ahi|alli)|no acabo (?:ahi|alli)"
    "|(?:noch|weiteren?) (?:einen )?gast|endete damit nicht|war damit nicht zu ende"
    "|un altro ospite|non (?:e )?fini(?:ta|to)? (?:li|qui)"
    "|outr[oa] (?:convidad[oa]|visitante|visita)|nao (?:terminou|acabou) (?:ai|ali)"
    "|nog een (?:gast|bezoeker)|een andere (?:gast|bezoeker)|hield daar niet op"
    "|ضيف اخر|ضيفا اخر"
    "|في اليوم نفسه|من جهة اخرى|بشكل منفصل|لقاء منفصل|اجتماع منفصل"
)
_HEADING = (
    "(?:the )?(?:background|context)|(?:the )?(?:story so far|backstory)|how (?:we|it) got here"
    "|what happened before|history"
    "|(?:le )?contexte|rappels?(?: des faits)?|retour en arriere|les? precedents?"
    "|(?:el )?contexto|(?:los )?antecedentes|historial"
    "|(?:(?:zum|der) )?hintergrund|(?:die )?vorgeschichte|ruckblick|was bisher geschah"
    "|(?:il )?contesto|(?:l )?antefatto|(?:i )?precedenti"
    "|(?:o )?contexto|(?:os )?antecedentes|historico"
    "|(?:de )?achtergrond(?:en)?|(?:de )?context|(?:de )?voorgeschiedenis|wat eraan vooraf ?ging"
    "|خلفية|الخلفية|خلفيات|السياق|سياق"
)
_LEAVING = re.compile(rf"\b(?:{_RECALLING}|{_ANOTHER_OCCASION})\b")
_HEADS_BACKGROUND = re.compile(rf"(?:{_HEADING})")
_TURNING = re.compile(rf"\b(?:{_ANOTHER_OCCASION})\b")


def leaves_the_event(folded_opening: str) -> bool:
    """Whether the folded opening of a sentence turns to something else than the page's event."""
    return bool(_LEAVING.search(folded_opening))


def turns_to_another(folded_opening: str) -> bool:
    """Whether the folded opening of a sentence turns to another occasion of about the same time."""
    return bool(_TURNING.search(folded_opening))


def heads_background(folded_heading: str) -> bool:
    """Whether a folded subhead stands above what had been before: "Background", "Contexte"."""
    return _HEADS_BACKGROUND.fullmatch(folded_heading) is not None
