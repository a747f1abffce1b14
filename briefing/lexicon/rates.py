"""Words beside a figure that make it a rate, a share for each, or a figure of another time.

Invariant: a rate has one name in the eight languages, so that "par jour" and "a day" are one
period; what a page compares a figure with ("against 54 per cent", "in the polls") is not the
event's own figure.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold

_PERIODS = {
    "year": r"(?:an?|per|each|every) year|annually|annual|yearly|par an|chaque année|annuels?"
    r"|annuelles?|al año|por año|cada año|anual(?:es)?|pro jahr|im jahr|je jahr|jährlich\w*"
    r"|all['’]anno|l['’]anno(?! (?:scorso|passato|prossimo))|ogni anno|annu[oia]"
    r"|por ano|ao ano|anuais|per jaar|jaarlijks\w*",
    "month": r"(?:a|per|each|every) month|monthly|par mois|mensuels?|mensuelles?|al mes|por mes"
    r"|mensual(?:es)?|pro monat|im monat|monatlich\w*|al mese|mensili?|por mês|ao mês"
    r"|mensa(?:l|is)|per maand|maandelijks\w*",
    "week": r"(?:a|per|each|every) week|weekly|par semaine|hebdomadaires?|a la semana|por semana"
    r"|semanal(?:es)?|pro woche|wöchentlich\w*|a settimana|settimanali?|por semana|semanais"
    r"|per week|wekelijks\w*",
    "day": r"(?:a|per|each|every) day|daily|par jour|quotidiens?|quotidiennes?|al día"
    r"|por día|diari[oa]s?|pro tag|täglich\w*|al giorno|giornalier[ioa]|por dia|ao dia|per dag"
    r"|dagelijks\w*",
    "hour": r"(?:an|per|each|every) hour|hourly|par heure|a la hora|por hora|pro stunde"
    r"|in der stunde|stündlich\w*|all['’]ora|à l['’]heure|por hora|per uur",
    "share": r"(?:a|per) share|par action|por acción|(?:je|pro) aktie|per azione|por ação"
    r"|per aandeel",
    "head": r"(?:a|per) (?:head|person|capita)|apiece|from each|par (?:tête|personne|habitant)"
    r"|por (?:cabeza|persona|habitante)|(?:pro|je) (?:kopf|person|einwohner)"
    r"|a (?:testa|persona)|pro capite|por (?:cabeça|pessoa|habitante)"
    r"|per (?:hoofd|persoon|inwoner)",
    "each": r"per (?:tonn?e?|kilo\w*|lit(?:er|re)|barrel|unit|household|ship|vessel|game|match"
    r"|vote|seat|night|ticket|square|hectare|acre|mile|worker|employee|schip|wedstrijd|nacht)"
    r"|each|every|an? piece|par (?:pays|navire)|chacune?|chaque|por cada|cada|je(?:weils)?"
    r"|ciascun[oa]?|ogni|elk|ieder|pro",
}
_ARABIC = {
    "year": r"سنويا|في السنة|كل عام|كل سنة",
    "month": r"شهريا|في الشهر|كل شهر",
    "day": r"يوميا|في اليوم|كل يوم",
    "share": r"للسهم",
    "each": r"لكل",
}
_RATE = re.compile(
    "|".join(
        rf"(?P<{name}>\b(?:{words})\b{'|' + _ARABIC[name] if name in _ARABIC else ''})"
        for name, words in _PERIODS.items()
    ),
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    r"(?:\b(?:in front of|devant|ante|vor|davanti (?:a|ai|agli)|perante|diante de|voor|before)"
    r"(?: (?:a crowd of|some|plus de|más de|rund|fast|quasi|oltre|cerca de|ruim|bijna))?|أمام)\s*$",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"\b(?:attendance|gate|affluence|asistencia|Zuschauerzahl|publico|público|pubblico|affluenza"
    r"|assistência|publiek|toeschouwersaantal)\b(?: [^\s\d]{1,12}){0,3} $|الحضور (?:\S{1,12} )?$",
    re.IGNORECASE,
)
_IN_STADIUM = re.compile(
    r"\s(?:at|in|inside|of|from|who (?:filled|packed)|du|de (?:la|l['’])|au|dans|à|en(?: el| la)?"
    r"|del|de|im|in der|in het|van|della|dell['’]|dello|del|al(?:la|l['’]|lo)?|nel(?:la|l['’]|lo)?"
    r"|no|na|do|da)\s?(?:the\s|le\s|el\s|het\s|de\s|la\s)?(?:[^\s\d.,;]{1,20}\s){0,2}?"
    r"[^\s\d.,;]{0,20}(?:arena|stadi(?:um|on|o)|stade|estadio|estádio|coliseum|velodrom\w*"
    r"|tribune[ns]?|gradas|tribunas|stands|arquibancadas|bancadas|spalti|Rängen)\b"
    r"|\s(?:في|من)\s(?:\S{1,12}\s)?(?:ملعب|استاد|مدرجات)",
    re.IGNORECASE,
)
_GROUP_REACH = 80
_GROUP = re.compile(
    r"\b(?:(?:communit|communaut|population|town|village|city|island|hamlet|suburb|congregation|municipalit"
    r"|commune|localité|villag|ville|bourg|île|población|pueblo|comunidad|ciudad|localidad|isla"
    r"|municipio|comunità|popolazione|paes|città|comune|isola|comunidade|população|vila|cidade"
    r"|localidade|ilha|município|gemeenschap|bevolking|dorp|stad|eiland|gemeente)\w{0,3}"
    r"(?: [^\s\d.,;]{1,15}){0,2},? (?:of|with|de|d['’]|forte de|con|di|com|van|met)"
    r"|(?:Gemeinde|Bevölkerung|Dorf|Stadt|Insel|Ort|Gemeinschaft|Kommune)\w{0,3}"
    r"(?: [^\s\d.,;]{1,15}){0,2} (?:mit|von)|home to|lar de|Heimat von|hogar de"
    r"|thuis (?:aan|voor))(?: (?:some|about|around|nearly|quelque|environ|près de|unos|unas|casi"
    r"|circa|quasi|cerca de|quase|rund|etwa|knapp|ongeveer|zo['’]n|bijna|roughly|over|more than))?"
    r" $|يسكنها (?:نحو |حوالي )?$|عدد سكان\S{1,4} (?:نحو |حوالي )?$",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(
    r"\s(?:are|were|have|had|remain|sont|étaient|ont|avaient|restent|están|estaban|han|habían"
    r"|siguen|sind|waren|haben|wurden|sono|erano|hanno|avevano|restano|estão|estavam|foram|zijn"
    r"|hebben|werden)\b",
    re.IGNORECASE,
)
_AT_MINUTE = re.compile(
    r"\b(?:a los|a las|aos|às|al minuto|no minuto|ao minuto|minuto|à la|au bout de la)\s$",
    re.IGNORECASE,
)
_SECOND_HALF = re.compile(
    r"(?:\s[^\s\d]{1,8}){0,3}\s(?:second half|(?:seconde?|deuxième) (?:période|mi-temps)"
    r"|segund[oa] (?:tempo|parte|etapa|mitad)|complemento|zweiten? (?:Halbzeit|Hälfte)"
    r"|secondo tempo|ripresa|tweede helft|etapa final)\b|\s(?:من )?الشوط الثاني",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    r"\b(?:(?:each|every) year|chaque année|tous les ans|cada año|todos los años|jedes jahr"
    r"|ogni anno|tutti gli anni|cada ano|todos os anos|(?:elk|ieder) jaar)\b|كل (?:عام|سنة)",
    re.IGNORECASE,
)
_FARTHEST = 16
_COMPARED = re.compile(
    r"(?:\b(?:up from|down from|compared (?:with|to)|against|versus|vs\.?|instead of"
    r"|contre|au lieu de|frente a(?:l| los| las)?|en vez de|en lugar de|contra"
    r"|gegenüber|(?<=\S )nach|statt|zuvor|rispetto a[il]?|contro|invece di|in vez de"
    r"|face a(?:os?)?|em vez de|tegenover|tegen|in plaats van)|مقابل|مقارنة ب)\s*$",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"\b(?:polls|pollsters?|opinion poll|(?:opinion|exit|consumer) surveys?|surveyed|sondages?"
    r"|encuestas?|umfragen?|sondaggi?o?"
    r"|sondage[nm]s?|pesquisas?|peilingen|peiling|forecast\w*|prévisions?|prognosen?)\b"
    r"|استطلاع",
    re.IGNORECASE,
)


def find_rate(text: str) -> str | None:
    """What the words right beside a figure make it a rate of: "day", "share", "each"."""
    match = _RATE.search(text)
    return match.lastgroup if match and match.start() <= _FARTHEST else None


def tells_every_year(text: str) -> bool:
    """Whether words further from a figure make it a year's: "40 nurses will be sent each year"."""
    return _EVERY_YEAR.search(text) is not None


def is_crowd(before: str) -> bool:
    """Whether the words before a bare number say that so many looked on: "in front of 14,000"."""
    return _IN_FRONT.search(before) is not None or _ATTENDANCE.search(before) is not None


def is_stadium_next(after: str) -> bool:
    """Whether a bare number counts those in a stadium: "the 26,000 at the Varn Arena"."""
    return _IN_STADIUM.match(after) is not None


def is_size_of_group(before: str) -> bool:
    """Whether people are counted as those who live somewhere: "a community of 3,000 people"."""
    return _GROUP.search(before[-_GROUP_REACH:]) is not None


def is_followed_by_verb(after: str) -> bool:
    """Whether the verb of a number that names nothing stands right behind it."""
    return _VERB_NEXT.match(after) is not None


def is_second_half(after: str) -> bool:
    """Whether a minute is counted from half-time: "43 minutes into the second half"."""
    return _SECOND_HALF.match(after) is not None


def is_match_minute(before: str, unit: str | None) -> bool:
    """Whether minutes are a moment of a match ("a los 88 minutos"), not how long it took."""
    return unit == "min" and _AT_MINUTE.search(before) is not None


def is_compared_with(before: str, *, is_time: bool = False) -> bool:
    """Whether the words before a figure set another figure against it.

    Before a length of time German "nach" says when: "nach siebzehn Minuten".
    """
    match = _COMPARED.search(before)
    return match is not None and not (is_time and fold(match[0]).strip() == "nach")


def tells_of_polls(text: str) -> bool:
    """Whether a sentence gives what polls or forecasts say."""
    return _POLL.search(text) is not None
