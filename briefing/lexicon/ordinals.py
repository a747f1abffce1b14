"""Ordinal numbers and what is counted by them: sessions, rounds, summits, in the eight languages.

Invariant: keys are folded; a word that is also the name of a day, a part or a fraction ("segunda",
"quarter") counts only before what takes place in editions, which is for the reader of the words to
see. What is only said to be first is listed apart from what is numbered.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.lexicon.folding import fold

# First to twentieth by position; "/" parts stems, which take the endings of their language.
_STEMS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième"
    " huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième"
    " dix-septième dix-huitième dix-neuvième vingtième",
    "es": "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta"
    " quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima"
    " undécimo/undécima/decimoprimera/decimoprimero duodécimo/duodécima/decimosegunda/decimosegundo"
    " decimotercer/decimotercero/decimotercera decimocuarto/decimocuarta decimoquinto/decimoquinta"
    " decimosexto/decimosexta decimoséptimo/decimoséptima decimoctavo/decimoctava"
    " decimonoveno/decimonovena vigésimo/vigésima",
    "de": "erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt"
    " vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
    "it": "primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta"
    " settimo/settima ottavo/ottava nono/nona decimo/decima undicesimo/undicesima"
    " dodicesimo/dodicesima tredicesimo/tredicesima quattordicesimo/quattordicesima"
    " quindicesimo/quindicesima sedicesimo/sedicesima diciassettesimo/diciassettesima"
    " diciottesimo/diciottesima diciannovesimo/diciannovesima ventesimo/ventesima",
    "pt": "primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta"
    " sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima"
    " undécimo/undécima duodécimo/duodécima",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "ar": "الأول/الأولى/أول/الاول/الاولى الثاني/الثانية/ثاني/ثانية الثالث/الثالثة/ثالث/ثالثة"
    " الرابع/الرابعة/رابع/رابعة الخامس/الخامسة/خامس/خامسة السادس/السادسة/سادس/سادسة"
    " السابع/السابعة/سابع/سابعة الثامن/الثامنة/ثامن/ثامنة التاسع/التاسعة/تاسع/تاسعة"
    " العاشر/العاشرة/عاشر/عاشرة",
}
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
# What multiplies or adds in two words: "vingt et unième", "twenty-first", "décima cuarta".
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante",
}
_TENTHS = {
    "es": ("décimo/décima", "vigésimo/vigésima", "trigésimo/trigésima"),
    "pt": ("décimo/décima", "vigésimo/vigésima", "trigésimo/trigésima"),
}
_ARABIC_TEN = ("عشر", "عشرة")
_ARABIC_ELEVEN = ("الحادي", "الحادية", "حادي", "حادية")

_ARABIC_TENS = (
    "عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون"
    " تسعين/تسعون"
)

SUFFIXES = frozenset("st nd rd th e er re eme ème ième ieme nde º ª o a ste de ° os as".split())
"""What makes a number of digits an ordinal, written to it."""

TIME = "time"
"""What is counted in "met for the second time": the act that the sentence tells."""
_NOUNS = {
    "en": "meeting:meeting round:round session:session summit:summit"
    " conference:conference/congress forum:forum edition:edition visit:visit hearing:hearing"
    " assembly:assembly time:time",
    "fr": "meeting:réunion/rencontre round:tour/cycle/round session:session summit:sommet"
    " conference:conférence/congrès forum:forum edition:édition visit:visite hearing:audience"
    " assembly:assemblée time:fois",
    "es": "meeting:reunión/encuentro round:ronda/vuelta session:sesión summit:cumbre"
    " conference:conferencia/congreso forum:foro edition:edición visit:visita hearing:audiencia"
    " assembly:asamblea time:vez",
    "de": "meeting:treffen round:runde/wahlgang session:sitzung/tagung summit:gipfel/gipfeltreffen"
    " conference:konferenz/kongress forum:forum edition:auflage visit:besuch hearing:anhörung"
    " assembly:versammlung time:mal",
    "it": "meeting:riunione/incontro round:turno/tornata/round session:sessione/seduta"
    " summit:vertice conference:conferenza/congresso forum:forum edition:edizione visit:visita"
    " hearing:udienza assembly:assemblea time:volta",
    "pt": "meeting:reunião/encontro round:ronda/rodada/volta/turno session:sessão"
    " summit:cimeira/cúpula conference:conferência/congresso forum:fórum edition:edição"
    " visit:visita hearing:audiência assembly:assembleia time:vez",
    "nl": "meeting:ontmoeting/bijeenkomst/vergadering round:ronde session:zitting/sessie"
    " summit:top conference:conferentie/congres forum:forum edition:editie visit:bezoek"
    " hearing:hoorzitting time:keer",
    "ar": "meeting:اجتماع/الاجتماع/لقاء/اللقاء round:جولة/الجولة session:دورة/الدورة/جلسة/الجلسة"
    " summit:قمة/القمة conference:مؤتمر/المؤتمر forum:منتدى/المنتدى edition:نسخة/النسخة/طبعة/الطبعة"
    " visit:زيارة/الزيارة time:المرة/مرة/للمرة",
}
ROUNDS_OF = (
    *("talk", "negotiat", "consult", "dialog", "elect", "elecc", "eleic", "elez", "ballot", "vot"),
    *("poll", "presiden", "legislat", "parlament", "pourparler", "negoc", "negoz", "discussion"),
    *("scrutin", "conversac", "comicio", "verhandl", "gespra", "wahl", "abstimm", "colloqui"),
    *("trattativ", "ballott", "onderhandel", "gesprek", "verkiez", "stem", "محادث", "المحادث"),
    *("مفاوض", "المفاوض", "مشاور", "المشاور", "انتخاب", "الانتخاب", "حوار", "الحوار", "مباحث"),
    *("المباحث", "الرئاس"),
)
"""How words begin that tell what has editions by rounds; those of a fight or a cup are parts."""
_HEADS = {
    "de": "runde gipfel gipfeltreffen konferenz kongress sitzung tagung treffen versammlung besuch",
    "nl": "ronde conferentie zitting vergadering bijeenkomst bezoek",
}
"""What German and Dutch words of several may end in."""
_NOT_EDITIONS = ("presse", "pers", "nach")
"""What makes of such a compound something else: a conference for the press, a follow-up."""

PRESS = frozenset("press news presse prensa stampa imprensa pers صحفي الصحفي صحافي الصحافي".split())
"""A conference of these is none that is counted."""
AFTER = {
    "en": frozenset("after following before ahead since until despite from".split()),
    "fr": frozenset("apres avant depuis suite malgre lendemain veille".split()),
    "es": frozenset("tras despues antes previo previa desde".split()),
    "de": frozenset("nach vor seit trotz".split()),
    "it": frozenset("dopo prima dal dalla dai dalle vista".split()),
    "pt": frozenset("apos depois antes desde".split()),
    "nl": frozenset("na voor sinds ondanks".split()),
    "ar": frozenset("بعد قبل عقب منذ قبيل".split()),
}
"""What puts a numbered event before or behind what is told: "after the second round"."""
AHEAD = ("qualif", "clasific", "advanc", "avanc", "acced", "pasa", "passa", "head")
"""How words begin that put a round ahead of those who "qualify for" it."""
WINDOWS = {
    "en": frozenset("since year years month months week weeks day days".split()),
    "fr": frozenset("depuis an ans annee annees mois semaine semaines jour jours".split()),
    "es": frozenset("desde ano anos mes meses semana semanas dia dias".split()),
    "de": frozenset(
        "seit jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen".split()
    ),
    "it": frozenset("dal dalla anno anni mese mesi settimana settimane giorno giorni".split()),
    "pt": frozenset("desde ano anos mes meses semana semanas dia dias".split()),
    "nl": frozenset("sinds jaar jaren maand maanden week weken dag dagen".split()),
    "ar": frozenset("منذ عام سنوات اعوام اشهر شهر اسابيع ايام سنة".split()),
}
"""What counts within a time only: "the second meeting in seven months" may be a tenth one."""

ROMAN = re.compile("(X{0,3}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|L?X{0,3}(?:IX|IV|V?I{0,3}))")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@cache
def ordinal_words(language: str) -> dict[str, int]:
    """The ordinals that one word, two, or a hyphened one writes, by their folded form."""
    found: dict[str, int] = {}
    for value, stems in enumerate(_STEMS.get(language, "").split(), start=1):
        for stem in stems.split("/"):
            forms = [stem + end for end in _GERMAN_ENDINGS] if language == "de" else [stem]
            found.update((fold(form), value) for form in forms)
    units = {word: value for word, value in found.items() if value < 10}  # noqa: PLR2004 - one digit
    for ten, word in enumerate(_TENS.get(language, "").split(), start=2):
        found.update((f"{word} {unit}", 10 * ten + value) for unit, value in units.items())
        found[f"{word} et unieme"] = 10 * ten + 1
    for ten, words in enumerate(_TENTHS.get(language, ()), start=1):
        for word in map(fold, words.split("/")):
            found.setdefault(word, 10 * ten)
            found.update((f"{word} {unit}", 10 * ten + value) for unit, value in units.items())
    return {**found, **_arabic_ordinals(units)} if language == "ar" else found


def _arabic_ordinals(units: dict[str, int]) -> dict[str, int]:
    """From the eleventh on: "the fifth tenth", "the fifth and the twentieth"."""
    small = {**units, **{fold(word): 1 for word in _ARABIC_ELEVEN}}
    found = {f"{unit} {ten}": 10 + v for unit, v in small.items() for ten in _ARABIC_TEN}
    for value, words in enumerate(_ARABIC_TENS.split(), start=2):
        for word in map(fold, words.split("/")):
            found[f"ال{word}"] = 10 * value
            found.update((f"{unit} وال{word}", 10 * value + v) for unit, v in small.items())
    return found


@cache
def _nouns(language: str) -> dict[str, str]:
    listed = (entry.partition(":") for entry in _NOUNS.get(language, "").split())
    return {fold(word): kind for kind, _, words in listed for word in words.split("/")}


@lru_cache(maxsize=65536)
def numbered_kind(word: str, language: str) -> str | None:
    """What a folded noun names that takes place in editions; None for any other word."""
    nouns = _nouns(language)
    if word in nouns or word.startswith(_NOT_EDITIONS):
        return nouns.get(word)
    ends = [head for head in _HEADS.get(language, "").split() if word.endswith(head)]
    return nouns.get(max(ends, key=len)) if ends else None


@lru_cache(maxsize=4096)
def roman_value(letters: str) -> int | None:
    """The number that Roman letters write, up to 89; None where they write none."""
    if not letters or not ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[c] for c in letters]
    return sum(v if v >= max(values[n:]) else -v for n, v in enumerate(values))
