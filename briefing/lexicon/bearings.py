"""How the words before a name tie it to what happened: there, near there, from or to there.

Invariant: folded single words per language. A preposition that means "at" in one language and
"to" in another ("a", "al") is listed under each language for what it means there.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from briefing.lexicon.folding import fold


class Bearing(StrEnum):
    """What the words before the name of a place say of it."""

    AT = "at"
    NEAR = "near"
    AWAY = "away"
    PART_OF = "part of"
    BARE = "bare"


_AT = {
    "en": "in at outside inside",
    "fr": "a au aux en dans",
    "es": "en",
    "de": "in im zu",
    "it": "a ad al allo alla all ai in nel nello nella nell nei",
    "pt": "em no na nos nas",
    "nl": "in te",
    "ar": "في ب داخل وسط",
}
_NEAR = {
    "en": "near off beside outside",
    "fr": "pres proche proximite abords large",
    "es": "cerca junto afueras proximidades inmediaciones",
    "de": "bei nahe unweit",
    "it": "vicino presso pressi largo",
    "pt": "perto junto proximo proximidades arredores",
    "nl": "bij nabij vlakbij",
    "ar": "قرب بالقرب قبالة",
}
_AWAY = {
    "en": "from to for towards between via against of",
    "fr": "de du des d depuis vers pour entre contre via",
    "es": "de del desde hacia para a al entre contra",
    "de": "von vom nach aus zwischen fur gegen uber",
    "it": "di del della dell dal dalla da verso per tra fra contro",
    "pt": "de do da dos das desde para ao a entre contra",
    "nl": "van uit naar tussen voor tegen",
    "ar": "من الى نحو بين باتجاه",
}
_PART_OF = (
    "province provincia provincie provinz region regione regiao regio governorate gouvernorat "
    "governatorato gobernacion state estado etat stato bundesland district distrito distretto "
    "county comte condado departement departamento department prefecture canton kanton cantone "
    "محافظه ولايه اقليم منطقه جهه عماله"
)
_SITES = (
    "airport port harbour harbor station stadium refinery mine prison jail market base bridge zoo "
    "plant mosque church museum gallery "
    "aeroport gare stade raffinerie prison marche pont musee mosquee eglise centrale "
    "aeropuerto puerto estacion estadio refineria mina carcel mercado puente museo mezquita "
    "flughafen hafen bahnhof stadion raffinerie bergwerk gefangnis markt brucke museum "
    "aeroporto porto stazione stadio raffineria miniera carcere mercato ponte museo "
    "estacao estadio refinaria prisao mina "
    "luchthaven haven station stadion gevangenis markt brug "
    "مطار ميناء محطه ملعب مصفاه سجن سوق قاعده جسر متحف مسجد كنيسه"
)
"""Nouns of what is in the town that it is called after: "the port of Quax", "Quax airport"."""
_GATHERINGS = (
    "marathon festival summit fair grand prix biennale forum parade carnival derby book film "
    "sommet foire salon defile carnaval biennale cumbre feria foro maraton carnaval bienal "
    "gipfel messe marathon karneval forum vertice fiera maratona festival carnevale forum "
    "cimeira feira maratona festival bienal carnaval top beurs marathon festival "
    "قمه معرض مهرجان ماراثون منتدي"
)
"""Nouns of what is held in the town that it is called after: "the Quax marathon"."""
_COURTS = (
    "court tribunal cour juzgado audiencia corte gericht landgericht amtsgericht "
    "oberlandesgericht verwaltungsgericht strafgericht tribunale procura corte rechtbank "
    "gerechtshof prosecutor prosecutors parquet fiscalia staatsanwaltschaft ministerio "
    "محكمه جنايات نيابه"
)
"""Nouns of courts, which sit in the town that they are called after."""
_SKIPPED = (
    "the la le les l el los las lo il gli der die das den dem het o os as i "
    "city town village capital ville commune village capitale ciudad localidad capital pueblo "
    "stadt dorf hauptstadt citta paese comune capitale cidade vila stad dorp hoofdstad "
    "مدينه بلده قريه العاصمه"
)
"""Articles, and nouns that only say what sort of place follows."""
_OF = frozenset("de d du del di da do of von van dos des".split())
_AND = {
    "en": "and", "fr": "et", "es": "y e", "de": "und", "it": "e ed", "pt": "e", "nl": "en",
    "ar": "و",
}  # fmt: skip
_ARABIC_ENDING = str.maketrans({"ة": "ه", "أ": "ا", "إ": "ا", "ى": "ي"})


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold(word).translate(_ARABIC_ENDING)


def _table(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(map(_key, words.split())) for language, words in lists.items()}


_AT_WORDS, _NEAR_WORDS, _AWAY_WORDS = _table(_AT), _table(_NEAR), _table(_AWAY)
_AND_WORDS = _table(_AND)
_REGION_WORDS = frozenset(map(_key, _PART_OF.split()))
_SKIPPED_WORDS = frozenset(map(_key, _SKIPPED.split()))
_SITE_WORDS = frozenset(map(_key, _SITES.split()))
_GATHERING_WORDS = frozenset(map(_key, _GATHERINGS.split()))
_COURT_WORDS = frozenset(map(_key, _COURTS.split()))


_INCLUDING = frozenset(
    map(
        _key,
        "includes including included inclut incluant comprend incluye incluido incluida umfasst"
        " include incluso inclui incluindo omvat inclusief تشمل يشمل تتضمن يتضمن شملت".split(),
    )
)
"""What a visit or a deal includes is a part of it in another place: "including a school in …"."""


def bearing_of(before: Sequence[str], language: str) -> Bearing:
    """What the words before a name, the nearest last, say of the place that it names."""
    words = [_key(word) for word in before]
    if not words:
        return Bearing.BARE
    at, near, away = (
        table.get(language, frozenset()) for table in (_AT_WORDS, _NEAR_WORDS, _AWAY_WORDS)
    )
    last = len(words) - 1
    while last > 0 and words[last] in _SKIPPED_WORDS and words[last] not in at | away:
        last -= 1
    word = words[last]
    behind = words[last - 1] if last else ""
    if word in _REGION_WORDS or (word in _OF and behind in _REGION_WORDS):
        return Bearing.PART_OF
    if word in near or (word in _OF | at and behind in near):
        return Bearing.NEAR
    if word in _OF and behind in _SKIPPED_WORDS:
        return bearing_of(before[: last - 1], language)
    if word in at:
        return Bearing.AT if _INCLUDING.isdisjoint(words) else Bearing.BARE
    return Bearing.AWAY if word in away else Bearing.BARE


class Namesake(StrEnum):
    """What is called after a town and is to be found there."""

    SITE = "site"
    GATHERING = "gathering"
    COURT = "court"


def namesake_of(before: Sequence[str], behind: str) -> Namesake | None:
    """What the words before a town's name, or the one behind it, say is called after it.

    "The port of Quax", "le tribunal de Quax", "Quax airport"; Arabic needs no "of".
    """
    words = [_key(word) for word in before]
    nouns = [_key(behind)] if behind else []
    while words and words[-1] in _SKIPPED_WORDS and words[-1] not in _OF:
        words.pop()
    if words and (words[-1] in _OF or not words[-1].isascii()):
        nouns += [w for w in words[-_NOUN_REACH:] if w not in _OF]
    return next((_NAMESAKES[noun] for noun in reversed(nouns) if noun in _NAMESAKES), None)


_NOUN_REACH = 4
_NAMESAKES = {
    **dict.fromkeys(_SITE_WORDS, Namesake.SITE),
    **dict.fromkeys(_GATHERING_WORDS, Namesake.GATHERING),
    **dict.fromkeys(_COURT_WORDS, Namesake.COURT),
}
"""What each noun means, that of a court before all else."""


def is_and(word: str, language: str) -> bool:
    """Whether a word only joins a name to the one before it."""
    return _key(word) in _AND_WORDS.get(language, frozenset())


def is_region_noun(word: str) -> bool:
    """Whether a word behind or before a name makes it the name of a region."""
    return _key(word) in _REGION_WORDS
