"""Words that show a sentence looking back beyond the event, or ahead of it, in eight languages.

Invariant: a cue here is one that running news text uses for just this; what it decides is where a
sentence of a brief is shown, never whether it is shown as true.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import WORD
from briefing.lexicon.tense import tense_of

_RECALL = re.compile(
    r"\b(?:"
    r"it (?:is|should|will|may) (?:to )?be (?:recalled|noted|remembered) that"
    r"|recall(?:ed|ing)? that"
    r"|(?:months?|years?|weeks?) (?:ago|earlier)|days? after|last (?:month|year)|previously"
    r"|pour rappel|pour mémoire|rappelons|à rappeler|au lendemain d|il y a (?:\w+ )?(?:\w+ )?"
    r"(?:mois|ans|semaines)|le mois dernier|l['’]an(?:née)? derni"
    r"|cabe recordar|hace (?:\w+ )?(?:\w+ )?(?:meses|años|semanas)|el mes pasado|el año pasado"
    r"|zur erinnerung|vor (?:\w+ )?(?:\w+ )?(?:monaten|jahren|wochen)"
    r"|(?:vorigen|letzten) (?:monat|jahr)"
    r"|va ricordato|si ricorda|(?:mesi|anni|settimane) fa|il mese scorso|l['’]anno scorso"
    r"|vale lembrar|recorde-se|há (?:\w+ )?(?:\w+ )?(?:meses|anos|semanas)|(?:mês|ano) passado"
    r"|ter herinnering|(?:maanden|jaar|jaren|weken) geleden|vorige? (?:maand|jaar)"
    r")|يذكر أن|يشار إلى أن|الجدير بالذكر|العام الماضي|الشهر الماضي|السنة الماضية",
    re.IGNORECASE,
)
_PAST_PERFECT = re.compile(
    r"\b(?:"
    r"had (?:\w+ ){0,2}?\w*(?:ed|en|wn|ght|ade|eld|old|ent|met|set)"
    r"|(?:avai(?:t|ent)|étai(?:t|ent)) (?:\w+ ){0,2}?\w+(?:é|ée|és|ées|i|is|it|u|ue|us)"
    r"|hab[ií]an? \w+(?:ado|ido|cho|sto|rto)"
    r"|(?:aveva|avevano|era|erano) (?:\w+ )?\w+(?:to|ta|ti|te|so)"
    r"|(?:tinha|tinham|havia|haviam) \w+(?:ado|ido|to)"
    r"|hatten? (?:\S{1,30} ){0,12}?\w{0,20}ge\w{1,20}(?:t|en)"
    r"|hadden? (?:\S{1,30} ){0,12}?\w{0,20}ge\w{1,20}(?:d|t|en)"
    r")\b|كان قد|كانت قد|كانوا قد|سبق أن|سبق له",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:is|are) (?:to (?:be )?\w+|due|set|about)\b", re.IGNORECASE)
_POSITION = re.compile(
    r"\b(?:"
    r"(?:call(?:s|ed|ing)?|ask(?:s|ed|ing)?|demand(?:s|ed)?|want(?:s|ed)?) "
    r"|réclam\w+|évoqu\w+|demand\w+|attend(?:ent)?\b|espèr\w+"
    r"|reclam\w+|pid(?:e|en|ió|ieron)\b|esper\w+|exig\w+"
    r"|forder\w+|verlang\w+|erwart\w+|rechn\w+"
    r"|chied\w+|chies\w+|aspett\w+|attend\w+"
    r"|ped(?:e|em|iu|iram)\b|exig\w+|esper\w+"
    r"|vraagt|vragen|vroeg|eist|eisen|eiste|willen|verwacht\w*"
    r"|veu(?:t|lent)\b|quier(?:e|en)\b|wollen|vuole|vogliono|quer(?:em)?\b"
    r")|يطالب|طالب|طالبت|يتوقع",
    re.IGNORECASE,
)
_DAY_BACK = re.compile(
    r"\b(?:the (?:day|night|evening) before|a day earlier|la veille|el día anterior|la víspera"
    r"|un día antes|am Vortag|tags zuvor|am Tag zuvor|il giorno prima|la vigilia"
    r"|(?:no|na) (?:dia anterior|véspera)|um dia antes|de dag (?:ervoor|daarvoor|tevoren)"
    r"|een dag eerder)\b|في اليوم السابق|قبل يوم واحد",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?:hours?|days?) (?:earlier|before)|(?:heures?|jours?) (?:plus tôt|auparavant)"
    r"|(?:horas?|días?) antes|(?:Stunden?|Tage?) (?:zuvor|vorher|früher)|(?:ore|ora|giorni) prima"
    r"|(?:horas?|dias?) antes|(?:uur|uren|dagen) (?:eerder|daarvoor|tevoren))\b"
    r"|قبل (?:ساعات|أيام|يومين|ساعتين)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\b(?:received|hosted|welcomed|reçue?s?|accueilli(?:e|s|es)?|recibid[oa]s?|acogid[oa]s?"
    r"|empfangen|ricevut[oiae]|accolt[oiae]|recebid[oa]s?|acolhid[oa]s?|ontvangen)\b|استقبل\w*",
    re.IGNORECASE,
)


def is_recalling(text: str) -> bool:
    """Whether a sentence says of itself that it goes back to earlier events."""
    return _RECALL.search(text) is not None


def has_past_perfect(text: str) -> bool:
    """Whether a sentence tells what had been before."""
    return _PAST_PERFECT.search(text) is not None


def looks_ahead(text: str, language: str) -> bool:
    """Whether a sentence speaks of what is to come."""
    return _AHEAD.search(text) is not None or any(
        tense_of(word, language) > 0 for word in WORD.findall(text)
    )


def has_received(text: str) -> bool:
    """Whether a sentence says that somebody received somebody."""
    return _RECEIVED.search(text) is not None


def tells_of_earlier(text: str) -> bool:
    """Whether a sentence steps back by hours or days from what its page tells."""
    return _EARLIER.search(text) is not None


def steps_a_day_back(text: str) -> bool:
    """Whether a sentence tells of the day before the one that its page has just given."""
    return _DAY_BACK.search(text) is not None


def states_position(text: str) -> bool:
    """Whether a sentence gives what somebody wants or expects rather than what is."""
    return _POSITION.search(text) is not None
