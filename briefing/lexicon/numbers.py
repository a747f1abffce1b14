"""Number words, scales, collectives and qualifiers in the eight languages.

Invariant: every key is folded as `aligned.fold_words` folds it; values are plain numbers, so that
"vingt-huit", "achtundzwanzig" and "ثمانية وعشرون" are the same 28.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon.aligned import fold_words

# 0, 1, 2, ... by position; "/" parts forms.
_UNITS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "fr": "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
    "quinze seize",
    "es": "cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
    "catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna "
    "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "de": "null ein/eins/eine/einen/einem/einer zwei/zwo drei vier fünf sechs sieben acht neun "
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "it": "zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
    "quattordici quindici sedici diciassette diciotto diciannove",
    "pt": "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze "
    "catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove",
    "nl": "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien",
    "ar": "صفر واحد/واحدة/أحد/إحدى اثنا/اثني/اثنتا/اثنتي/اثنان/اثنين/اثنتين/اثنتان ثلاثة/ثلاث "
    "أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
    "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
}
# 20, 30, ... by position; "-" where the language has no word of its own.
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt/vingts trente quarante cinquante soixante septante huitante nonante",
    "es": "- treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "ar": "عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين "
    "تسعون/تسعين",
}
# 100, 200, ... where one word says them; the first also multiplies ("two hundred").
_HUNDREDS = {
    "en": "hundred",
    "fr": "cent/cents",
    "es": "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
    "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas "
    "novecientos/novecientas",
    "de": "hundert",
    "it": "cento",
    "pt": "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas "
    "quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas "
    "novecentos/novecentas",
    "nl": "honderd",
    "ar": "مئة/مائة/مية مئتان/مئتين/مائتان/مائتين/مئتي/مائتي ثلاثمئة/ثلاثمائة أربعمئة/أربعمائة "
    "خمسمئة/خمسمائة ستمئة/ستمائة سبعمئة/سبعمائة ثمانمئة/ثمانمائة/ثمانيمئة تسعمئة/تسعمائة",
}
_SCALES = {
    "en": "1e3:thousand/k 1e5:lakh/lakhs 1e7:crore/crores "
    "1e6:million/millions/mn/m/mln 1e9:billion/billions/bn/b 1e12:trillion/tn",
    "fr": "1e3:mille/milliers 1e6:million/millions/mio/m 1e9:milliard/milliards/md/mds/mrd "
    "1e12:billion/billions",
    "es": "1e3:mil/miles 1e6:millón/millones/mm 1e12:billón/billones",
    "de": "1e3:tausend/tsd 1e6:million/millionen/mio/mill 1e9:milliarde/milliarden/mrd/md "
    "1e12:billion/billionen",
    "it": "1e3:mila/mille 1e6:milione/milioni/mln 1e9:miliardo/miliardi/mld/mrd",
    "pt": "1e3:mil/milhares 1e6:milhão/milhões/mi 1e9:bilhão/bilhões/bi 1e12:bilião/biliões/"
    "trilhão/trilhões",
    "nl": "1e3:duizend 1e6:miljoen/mln/mio 1e9:miljard/mld/mrd 1e12:biljoen",
    "ar": "1e3:ألف/آلاف/ألفا 2e3:ألفان/ألفين/ألفي 1e6:مليون/ملايين/مليونا "
    "2e6:مليونين/مليوني/مليونان "
    "1e9:مليار/مليارات/مليارا/بليون 2e9:ملياري/مليارين 1e12:تريليون",
}
# Round numbers that stand as nouns: "une soixantaine de", "ein Dutzend", "a score of".
_COLLECTIVES = {
    "en": "12:dozen",
    "fr": "8:huitaine 10:dizaine 12:douzaine 15:quinzaine 20:vingtaine 30:trentaine 40:quarantaine "
    "50:cinquantaine 60:soixantaine 100:centaine 1000:millier",
    "es": "10:decena 12:docena 15:quincena 20:veintena 30:treintena 40:cuarentena 50:cincuentena "
    "60:sesentena 100:centenar/centena 1000:millar",
    "de": "12:dutzend 250000:viertelmillion 500000:halbmillion",
    "it": "10:decina 12:dozzina 15:quindicina 20:ventina 30:trentina 40:quarantina 50:cinquantina "
    "60:sessantina 70:settantina 80:ottantina 90:novantina 100:centinaio 1000:migliaio",
    "pt": "10:dezena 12:dúzia 15:quinzena 20:vintena 100:centena 1000:milhar",
    "nl": "10:tiental 12:dozijn 15:vijftiental 20:twintigtal 30:dertigtal 40:veertigtal "
    "50:vijftigtal 60:zestigtal 100:honderdtal 1000:duizendtal",
    "ar": "",
}
_JOINING = {
    "en": ("and", "-"),
    "fr": ("et", "-"),
    "es": ("y",),
    "de": (),
    "it": (),
    "pt": ("e",),
    "nl": (),
    "ar": ("و",),
}
_LANGUAGES = tuple(_UNITS)
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000


class NumberWords(NamedTuple):
    """The number words of one language.

    `plain` are added up, `hundreds` are multiplied by a small number before them, `scales` by all
    that stands before them; `collectives` stand as nouns.
    """

    plain: dict[str, int]
    hundreds: dict[str, int]
    scales: dict[str, float]
    collectives: dict[str, int]
    joining: tuple[str, ...]


@lru_cache(maxsize=16)
def small_numbers(language: str) -> dict[str, int]:
    """The number words that one word writes, up to about twenty."""
    return {
        fold_words(form): value
        for value, forms in reversed(list(enumerate(_UNITS[language].split())))
        for form in forms.split("/")
    }


def _placed(listing: str, first: int, step: int) -> dict[str, int]:
    return {
        fold_words(form): first + step * place
        for place, forms in enumerate(listing.split())
        for form in forms.split("/")
        if form != "-"
    }


def _keyed(listing: str) -> dict[str, float]:
    pairs = (chunk.split(":") for chunk in listing.split())
    return {fold_words(form): float(key) for key, forms in pairs for form in forms.split("/")}


def _elided(left: str, right: str) -> str:
    """Italian drops a vowel between tens and units: "ventuno", "trentotto"."""
    return left[:-1] + right if left[-1] in "aeio" and right[0] in "uo" else left + right


def _compounds(language: str, units: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    """What German, Dutch and Italian write in one word, up to 999."""
    small = {w: v for w, v in units.items() if 0 < v < _TEN}
    below = dict(units)
    for word, value in tens.items():
        for unit, count in small.items():
            if language == "it":
                below[_elided(word, unit)] = value + count
            elif language == "nl":
                below[unit + "en" + word] = value + count
            else:
                below[unit + "und" + word] = value + count
    below |= tens
    hundred = {"de": "hundert", "it": "cento", "nl": "honderd"}[language]
    heads = {hundred: 100, **{w + hundred: v * 100 for w, v in small.items()}}
    if language != "it":
        # "zwölfhundert", "twaalfhonderd": up to nineteen hundred.
        teens = {w: v for w, v in units.items() if _TEN < v < _TWENTY}
        heads |= {w + hundred: v * 100 for w, v in teens.items()}
    tails = {w: v for w, v in below.items() if v}
    joined = {h + t: a + b for h, a in heads.items() for t, b in tails.items()}
    return {**joined, **{w: v for w, v in heads.items() if w != hundred}, **below}


@lru_cache(maxsize=16)
def number_words(language: str | None) -> NumberWords:
    """The number words of a language (English where it is not one of the eight)."""
    name = language if language in _LANGUAGES else "en"
    assert name is not None
    units, tens = small_numbers(name), _placed(_TENS[name], 20, 10)
    hundreds = _placed(_HUNDREDS[name], 100, 100)
    plain = {**units, **tens, **{w: v for w, v in hundreds.items() if v > _HUNDRED}}
    if name in {"de", "it", "nl"}:
        plain = _compounds(name, units, tens)
        thousand = {"de": "tausend", "it": "mila", "nl": "duizend"}[name]
        heads = {w: v for w, v in plain.items() if 1 < v < _HUNDRED}
        plain |= {w + thousand: v * _THOUSAND for w, v in heads.items()}
        hundred_heads = {w: v for w, v in plain.items() if v % 100 == 0 and v < _THOUSAND}
        plain |= {w + thousand: v * _THOUSAND for w, v in hundred_heads.items() if v}
    return NumberWords(
        plain,
        {w: v for w, v in hundreds.items() if v == _HUNDRED},
        _keyed(_SCALES[name]),
        {w: int(v) for w, v in _keyed(_COLLECTIVES[name]).items()},
        _JOINING[name],
    )


@lru_cache(maxsize=16)
def halved_words(language: str | None) -> dict[str, float]:
    """What German and Dutch write in one word with a half: "viereinhalb", "tweeënhalf"."""
    tail = {"de": "einhalb", "nl": "enhalf"}.get(language or "")
    if tail is None:
        return {}
    units = small_numbers(language or "")
    whole = {word + tail: value + 0.5 for word, value in units.items() if value}
    odd = {"de": ("anderthalb", "eineinhalb"), "nl": ("anderhalf", "anderhalve")}[language or ""]
    return {**whole, **dict.fromkeys(odd, 1.5)}


def read_number(words: Sequence[str], at: int, language: str | None) -> tuple[int, int]:
    """The number that words write from `at` on, and how many words it takes (0: none).

    Scales from a million up are left to the reader of figures, which also has them after digits.
    """
    known = number_words(language)
    total = current = width = 0
    index, is_open = at, False
    while index < len(words):
        word = _bare(words[index], known)
        grown = _add(current, word, known, language) if (is_open or not width) else None
        if known.scales.get(word) == _THOUSAND and len(word) > 2 and total == 0:  # noqa: PLR2004 - not a letter
            total, current, grown = max(current, 1) * _THOUSAND, 0, 0
        if grown is None:
            break
        current = grown
        index += 1
        width, is_open = index - at, True
        if index + 1 < len(words) and words[index] in known.joining:
            index += 1
    return total + current, width


def _bare(word: str, known: NumberWords) -> str:
    """Arabic writes "and" as one letter before the next number word."""
    is_joined = "و" in known.joining and word[0] == "و" and word not in known.plain
    return word[1:] if is_joined and len(word) > 1 else word


def _add(current: int, word: str, known: NumberWords, language: str | None) -> int | None:
    """`current` with one more word; None where the two do not make one number."""
    if word in known.hundreds:
        return current * _HUNDRED if 1 < current < _HUNDRED else _hundred_alone(current)
    value = known.plain.get(word)
    if value is None:
        return None
    rest = current % _HUNDRED
    if current == 0 or (rest == 0 and value < _HUNDRED and current < _THOUSAND):
        return current + value
    if language == "fr":
        return _add_french(current, rest, value)
    # Arabic says the unit first: "five and twenty", "five ten".
    is_arabic_ten = language == "ar" and rest < _TEN <= value and value % _TEN == 0
    is_unit = value < _TEN and rest % _TEN == 0 and rest >= _TWENTY
    return current + value if is_unit or is_arabic_ten else None


def _hundred_alone(current: int) -> int | None:
    return _HUNDRED if current <= 1 else None


def _add_french(current: int, rest: int, value: int) -> int | None:
    """French counts by twenties: "quatre-vingt-dix-huit", "soixante-dix-sept"."""
    if rest == 4 and value == _TWENTY:  # noqa: PLR2004 - quatre-vingts
        return current - 4 + 80
    if rest in {60, 80} and value < _TWENTY:
        return current + value
    if rest % _TEN == 0 and rest >= _TWENTY and value < _TEN:
        return current + value
    if rest in {10, 70, 90} and 7 <= value < _TEN:  # noqa: PLR2004 - soixante-dix and the like
        return current + value
    return None


_QUALIFIERS = {
    "about": "about around approximately some roughly nearly almost circa close_to an_estimated "
    "estimated environ près_de quelque autour_de presque à_peu_près approximativement unos unas "
    "cerca_de alrededor_de aproximadamente casi en_torno_a rund etwa ungefähr ca ca_. knapp gut "
    "fast intorno_a quasi all'incirca cerca_de quase por_volta_de ongeveer zo'n bijna "
    "نحو حوالي حوالى قرابة ما_يقارب زهاء ما_يقرب_من",
    "at least": "at_least more_than over no_fewer_than no_less_than upwards_of au_moins plus_de "
    "plus_d' pas_moins_de au_minimum al_menos más_de por_lo_menos como_mínimo "
    "mindestens mehr_als über wenigstens almeno più_di oltre pelo_menos mais_de ao_menos "
    "minstens meer_dan ten_minste ruim dik just_over a_little_over slightly_more_than well_over "
    "un_peu_plus_de poco_más_de algo_más_de etwas_mehr_als poco_più_di pouco_mais_de iets_meer_dan "
    "على_الأقل ما_لا_يقل_عن أكثر_من لا_يقل_عن يفوق",
    "at most": "at_most up_to fewer_than less_than under no_more_than not_more_than as_many_as "
    "jusqu'à au_plus moins_de au_maximum hasta menos_de como_máximo a_lo_sumo "
    "höchstens weniger_als bis_zu maximal unter meno_di fino_a al_massimo al_più até "
    "no_máximo hoogstens minder_dan maximaal tot ten_hoogste على_الأكثر أقل_من ما_يصل_إلى "
    "لا_يتجاوز",
}


@lru_cache(maxsize=1)
def qualifiers() -> dict[str, str]:
    """Folded words before a number -> the value of `model.Qualifier` that they make of it."""
    return {
        fold_words(words.replace("_", " ")): name
        for name, listing in _QUALIFIERS.items()
        for words in listing.split()
    }
