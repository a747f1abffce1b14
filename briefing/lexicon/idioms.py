"""Quantities in set phrases: half an hour, a fortnight, two thirds, and what Arabic says by a dual.

Invariant: a phrase is of one language and stands whole; shares are per cent, lengths of time in
the unit that the phrase names, and a dual that the article makes a known pair ("the two
ministers") is none. Keys are folded as `aligned.fold_words` folds them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon.aligned import fold_words
from briefing.lexicon.counted import counted_class


class Idiom(NamedTuple):
    """A quantity in a set phrase: so many words say it, `width` with what must follow."""

    width: int
    shown: int
    value: float
    unit: str | None
    counted: str | None = None


_HALF_HOURS = {
    "en": "half an hour,half-hour,half-an-hour",
    "fr": "une demi-heure,demi-heure",
    "es": "media hora",
    "de": "eine halbe Stunde,einer halben Stunde,halbstündige,halbstündigen",
    "it": "mezz'ora,mezza ora",
    "pt": "meia hora",
    "nl": "een half uur,half uur",
    "ar": "نصف ساعة,نصف الساعة",
}
_HOURS_AND_A_HALF = {
    "en": "an hour and a half,one and a half hours,hour-and-a-half",
    "fr": "une heure et demie",
    "es": "una hora y media,hora y media",
    "it": "un'ora e mezza,un'ora e mezzo,ora e mezza",
    "pt": "uma hora e meia,hora e meia",
    "ar": "ساعة ونصف الساعة,ساعة ونصف ساعة,ساعة ونصف",
}
_QUARTERS_OF_HOURS = {
    "en": "a quarter of an hour,quarter of an hour",
    "fr": "un quart d'heure,quart d'heure",
    "es": "un cuarto de hora,cuarto de hora",
    "de": "eine Viertelstunde,einer Viertelstunde,Viertelstunde",
    "it": "un quarto d'ora,quarto d'ora",
    "pt": "um quarto de hora,quarto de hora",
    "nl": "een kwartier,kwartier",
    "ar": "ربع ساعة",
}
_THREE_QUARTERS_OF_HOURS = {
    "en": "three quarters of an hour,three-quarters of an hour",
    "fr": "trois quarts d'heure",
    "es": "tres cuartos de hora",
    "de": "eine Dreiviertelstunde,einer Dreiviertelstunde,Dreiviertelstunde",
    "it": "tre quarti d'ora",
    "pt": "três quartos de hora",
    "nl": "drie kwartier",
}
_FORTNIGHTS = {"en": "a fortnight"}
_ONE_WEEK = {"en": "one week", "de": "einer einzigen Woche"}
_ARABIC_LENGTHS = {
    "min": "دقيقتين,دقيقتان",
    "h": "ساعتين,ساعتان",
    "d": "يومين,يومان",
    "wk": "أسبوعين,أسبوعان",
    "mo": "شهرين,شهران",
    "y": "عامين,عامان,سنتين,سنتان",
}
_THIRDS = {
    "en": "a third of,one third of,one-third of",
    "fr": "un tiers des,un tiers de,un tiers du",
    "es": "un tercio de,un tercio del",
    "de": "ein Drittel der,ein Drittel des,einem Drittel der",
    "it": "un terzo dei,un terzo degli,un terzo delle,un terzo della,un terzo del",
    "pt": "um terço dos,um terço das,um terço da,um terço do",
    "nl": "een derde van,eenderde van",
    "ar": "ثلث",
}
_TWO_THIRDS = {
    "en": "two thirds of,two-thirds of",
    "fr": "deux tiers des,deux tiers de,deux tiers du",
    "es": "dos tercios de,dos tercios del",
    "de": "zwei Drittel der,zwei Drittel des,zwei Dritteln der",
    "it": "due terzi dei,due terzi degli,due terzi delle,due terzi della,due terzi del",
    "pt": "dois terços dos,dois terços das,dois terços da,dois terços do",
    "nl": "twee derde van,tweederde van",
    "ar": "ثلثي,ثلثا",
}
_THREE_QUARTERS = {
    "en": "three quarters of,three-quarters of",
    "fr": "trois quarts des,trois quarts de,trois quarts du",
    "es": "tres cuartos de,tres cuartas partes de",
    "de": "drei Viertel der,drei Viertel des,dreiviertel der",
    "it": "tre quarti dei,tre quarti degli,tre quarti delle,tre quarti della,tre quarti del",
    "pt": "três quartos dos,três quartos das,três quartos da,três quartos do",
    "nl": "driekwart van,drie kwart van",
    "ar": "ثلاثة أرباع",
}
_FOUR_FIFTHS = {
    "en": "four fifths of,four-fifths of",
    "fr": "quatre cinquièmes des,quatre cinquièmes de,quatre cinquièmes du",
    "es": "cuatro quintas partes de,cuatro quintos de",
    "de": "vier Fünftel der,vier Fünftel des",
    "it": "quattro quinti dei,quattro quinti degli,quattro quinti delle,quattro quinti della,"
    "quattro quinti del",
    "pt": "quatro quintos dos,quatro quintos das,quatro quintos da,quatro quintos do",
    "nl": "vier vijfde van",
    "ar": "أربعة أخماس",
}
_PHRASES = (
    (_HALF_HOURS, 0.5, "h"),
    (_HOURS_AND_A_HALF, 1.5, "h"),
    (_QUARTERS_OF_HOURS, 15.0, "min"),
    (_THREE_QUARTERS_OF_HOURS, 45.0, "min"),
    (_FORTNIGHTS, 14.0, "d"),
    (_ONE_WEEK, 1.0, "wk"),
    (_THIRDS, 33.3, "%"),
    (_TWO_THIRDS, 66.7, "%"),
    (_THREE_QUARTERS, 75.0, "%"),
    (_FOUR_FIFTHS, 80.0, "%"),
)
_IN_EVERY = {
    "en": ("in", "out of", "in every"),
    "es": ("de cada",),
    "pt": ("em cada",),
    "nl": ("op de",),
    "it": ("su",),
    "ar": ("من كل", "من بين كل"),
}
"""What sets a part against a whole: "one in five", "cuatro de cada cinco"."""
_SMALL = {
    "en": "one two three four five six seven eight nine ten",
    "es": "uno/una dos tres cuatro cinco seis siete ocho nueve diez",
    "pt": "um/uma dois/duas três quatro cinco seis sete oito nove dez",
    "nl": "één/een twee drie vier vijf zes zeven acht negen tien",
    "it": "uno/una due tre quattro cinque sei sette otto nove dieci",
    "ar": "واحد/واحدة اثنان/اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
}
_SMALLEST_WHOLE = 3
_TWO = 2.0
_ARABIC_CLITICS = "وبلف"
_ARABIC_ARTICLE = "ال"
_FEMININE_DUALS = ("تين", "تان")
_DUAL_ENDINGS = ("ين", "ان")
# Of these the plural has other letters, so that the ending can only be a dual's.
_DUALS = frozenset(
    map(
        fold_words,
        (
            "شخصين شخصان قتيلين قتيلان طفلين طفلان جريحين جريحان جنديين جنديان رجلين رجلان شابين "
            "شابان قاربين قاربان منزلين منزلان مبنيين مبنيان صاروخين صاروخان جسرين جسران هدفين "
            "هدفان مسلحين مسلحان عاملين عاملان"
        ).split(),
    )
) - frozenset(map(fold_words, ("مسلحين", "عاملين")))
_SHORTEST_STEM = 3


@lru_cache(maxsize=16)
def _phrases(language: str) -> tuple[Mapping[tuple[str, ...], Idiom], Mapping[str, int]]:
    """The phrases of a language by their words, and for each first word the longest width."""
    found: dict[tuple[str, ...], Idiom] = {}
    for table, value, unit in _PHRASES:
        for phrase in filter(None, table.get(language, "").split(",")):
            words = tuple(fold_words(phrase).split())
            shown = len(words) - (unit == "%" and language != "ar")
            found.setdefault(words, Idiom(len(words), shown, value, unit))
    if language == "ar":
        for unit, phrases in _ARABIC_LENGTHS.items():
            for phrase in phrases.split(","):
                found.setdefault((fold_words(phrase),), Idiom(1, 1, _TWO, unit))
    found |= _ratios(language)
    widths: dict[str, int] = {}
    for words in found:
        widths[words[0]] = max(len(words), widths.get(words[0], 0))
    return found, widths


def _ratios(language: str) -> dict[tuple[str, ...], Idiom]:
    """Phrases like "one in five", whole numbers up to ten."""
    numbers = [
        [fold_words(form) for form in forms.split("/")]
        for forms in _SMALL.get(language, "").split()
    ]
    found: dict[tuple[str, ...], Idiom] = {}
    for link in _IN_EVERY.get(language, ()):
        for whole in range(_SMALLEST_WHOLE, len(numbers) + 1):
            for part in range(1, whole):
                for one in numbers[part - 1]:
                    for two in numbers[whole - 1]:
                        words = (*one.split(), *fold_words(link).split(), *two.split())
                        share = round(100 * part / whole, 1)
                        found.setdefault(words, Idiom(len(words), len(words), share, "%"))
    return found


def may_begin_idiom(word: str, language: str | None) -> bool:
    """Whether a folded word can be the first of a set phrase: most cannot."""
    if language is None:
        return False
    is_dual = language == "ar" and word.endswith(_DUAL_ENDINGS)
    return is_dual or word in _phrases(language)[1]


def idiom_at(words: Sequence[str], language: str | None) -> Idiom | None:
    """The quantity in a set phrase that begins with the first of some folded words."""
    if language is None:
        return None
    known, widths = _phrases(language)
    for width in range(min(len(words), widths.get(words[0], 0)), 0, -1):
        if found := known.get(tuple(words[:width])):
            return found
    return _dual(words[0]) if language == "ar" else None


@lru_cache(maxsize=16384)
def _dual(word: str) -> Idiom | None:
    """Two of what an Arabic noun counts, by its ending: "شخصين", "سفينتان"."""
    known, _ = _phrases("ar")
    bare = word
    if word[:1] in _ARABIC_CLITICS and len(word) > _SHORTEST_STEM + 2:
        bare = word[1:]
    if bare.startswith(_ARABIC_ARTICLE):
        return None
    for form in dict.fromkeys((word, bare)):
        if (form,) in known:
            return known[form,]
        is_dual = form in _DUALS or (
            form.endswith(_FEMININE_DUALS) and len(form) > _SHORTEST_STEM + len(_FEMININE_DUALS[0])
        )
        if is_dual and counted_class(form, "ar") is not None:
            return Idiom(1, 1, _TWO, None, form)
    return None
