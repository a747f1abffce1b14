"""Names that are not written as they look: letters of another script, styled or invisible ones.

Invariant: a name written as its readers would write it is not told of: Japanese and Korean with
Latin letters, joiners in Persian and Hindi, direction marks beside Arabic. What is told is about
characters, never about who wrote them.
Method: mixed scripts within a word and skeletons, as in Unicode's TR39 (sections 5 and 4), over the
letters of other scripts that pass for Latin ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.lexicon.agencies import AGENCIES

_LATIN = {
    "CYRILLIC": "Аa Вb Еe Ѕs Іi Јj Кk Мm Нh Оo Рp Сc Тt Уy Хx Ԁd Ԛq Ԝw Ѵv Һh Ӏl Үy Ёë Її"
    " аa сc еe оo рp хx уy іi јj ѕs һh ԁd ԛq ԝw ѵv ӏl ёë її",
    "GREEK": "Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx Ϲc Ϳj αa γy ιi κk νv οo ρp υu χx ϲc ϳj",
    "ARMENIAN": "Ոn Սs Օo Տs Լl Հh Յj Ցg օo ոn սu ցg հh յj զq",
    "CHEROKEE": "Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮐg Ꮋh Ꭵi Ꭻj Ꮶk Ꮮl Ꮇm Ꮲp Ꭱr Ꮪs Ꭲt Ꮩv Ꮃw Ꮓz",
    "COPTIC": "Ⲁa Ⲃb Ⲥc Ⲏh Ⲓi Ⲕk Ⲙm Ⲛn Ⲟo Ⲣp Ⲧt Ⲩy Ⲭx ⲟo ⲣp ⲥc",
    "LISU": "ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz",
}
"""By script: a letter and the Latin one that it passes for."""

_PHONETIC = "ɑa ɡg ɪi ʀr ʏy ʟl ɴn ʜh ʙb ɢg ᴀa ᴄc ᴅd ᴇe ꜰf ᴊj ᴋk ᴍm ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz"
"""Latin letters of phonetic writing, which no name needs and which pass for plain ones."""

_PLAIN = {"ı": "i", "ɩ": "l", "0": "o", "1": "l", "I": "l", "|": "l"}
"""What passes for another character in a name that has every right to it."""

_STYLES = frozenset({"<font>", "<wide>", "<narrow>", "<circle>", "<square>"})
"""How Unicode marks the styled forms of letters."""

_WRITTEN_TOGETHER = frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
_LOOK_ALIKE = frozenset({"LATIN", *_LATIN})
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufeff\uffa0")
_JOINERS = frozenset("\u200c\u200d")
_DIRECTIONS = frozenset("\u200e\u200f\u061c")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_TOLD = 3


def _pairs(rows: Iterable[str]) -> dict[str, str]:
    return {pair[0]: pair[1:] for row in rows for pair in row.split()}


_PASSING = _pairs(_LATIN.values())
_PHONETIC_LETTERS = _pairs([_PHONETIC])
_SKELETON = str.maketrans({**_PASSING, **_PHONETIC_LETTERS, **_PLAIN})


def find_disguises(name: str) -> tuple[str, ...]:
    """What in a name is not what it looks like, in words; none where all is as it seems."""
    return tuple(_told(name)) if not name.isascii() else ()


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """What a name looks like: two names of one skeleton can hardly be told apart."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if not _is_invisible(c))
    return " ".join(seen.translate(_SKELETON).casefold().replace("rn", "m").split())


def passes_for(name: str, others: Iterable[str] = ()) -> str | None:
    """Which of the other names, or of the news agencies, a name looks like without being it.

    Another that is itself in disguise is not what it looks like: that one is to be doubted.
    """
    looks, own = skeleton(name), _key(name)
    alike = [
        other
        for other in others
        if _key(other) != own and skeleton(other) == looks and not find_disguises(other)
    ]
    agency = _agencies().get(looks)
    if agency is not None and _key(agency) != own:
        alike.append(agency)
    return min(alike, default=None)


def doubt_names(
    outlet: str | None, agency: str | None, file: str, others: Iterable[str] = ()
) -> tuple[str, ...]:
    """Why a source may not be who it seems to be, by its names and those of other outlets."""
    found = []
    for what, name in (("outlet", outlet), ("agency", agency), ("file", file)):
        found += [f"the {what}’s name {told}" for told in find_disguises(name or "")]
    alike = passes_for(outlet, others) if outlet else None
    if alike is not None:
        found.append(f"the outlet’s name looks like “{alike}” and is another")
    return tuple(found)


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {skeleton(name): name for name in sorted(AGENCIES)}


def _key(name: str) -> str:
    """A name however it is composed, cased and spaced."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _told(name: str) -> Iterator[str]:
    hidden = [c for n, c in enumerate(name) if _is_hidden(name, n)]
    if hidden:
        yield f"holds characters that cannot be seen ({_codes(hidden)})"
    styled = [c for c in name if _is_styled(c)]
    if styled and not _is_east_asian(name):
        yield f"is written in styled letters ({_codes(styled)})"
    phonetic = [c for c in name if c in _PHONETIC_LETTERS]
    if phonetic:
        yield f"is written with letters of phonetic writing ({_codes(phonetic)})"
    seen = "".join(c for c in unicodedata.normalize("NFKC", name) if not _is_invisible(c))
    yield from _mixtures(_WORD.findall(seen))


def _mixtures(words: list[str]) -> Iterator[str]:
    """Words of two scripts; words of another script that only look Latin, beside a Latin one."""
    has_latin = any({"LATIN"} == set(_scripts(word)) for word in words)
    for word in words:
        scripts = _scripts(word)
        if len(scripts) > 1 and not scripts.keys() <= _WRITTEN_TOGETHER:
            few = min(scripts, key=lambda s: (scripts[s], s == "LATIN", s))
            strange = [c for c in word if _script(c) == few]
            names = " and ".join(sorted(s.capitalize() for s in scripts))
            yield f"mixes {names} letters ({_codes(strange)})"
        elif has_latin and len(word) > 1 and "LATIN" not in scripts and _looks_latin(word):
            (only,) = scripts
            yield f"has a word of {only.capitalize()} letters that look Latin ({_codes(word)})"


def _looks_latin(word: str) -> bool:
    return all(c in _PASSING for c in word)


def _scripts(word: str) -> Counter[str]:
    """How many letters of a word each script has."""
    return Counter(script for c in word if (script := _script(c)))


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The script of a letter, by its name in Unicode; empty for what belongs to any."""
    if unicodedata.category(character) not in {"Lu", "Ll", "Lt", "Lo"}:
        return ""
    return unicodedata.name(character, "").partition(" ")[0]


def _is_styled(character: str) -> bool:
    kind = unicodedata.decomposition(character).partition(" ")[0]
    return kind in _STYLES and unicodedata.normalize("NFKC", character).isalpha()


def _is_east_asian(name: str) -> bool:
    """Whether a name has letters beside which wide Latin ones are usual."""
    return bool(set(map(_script, name)) & (_WRITTEN_TOGETHER - {"LATIN"}))


def _is_invisible(character: str) -> bool:
    is_format = unicodedata.category(character) in {"Cc", "Cf"}
    return is_format or character in _INVISIBLE or _is_selector(character)


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_hidden(name: str, at: int) -> bool:
    """Whether a character cannot be seen and does nothing for the letters around it."""
    character = name[at]
    if not _is_invisible(character) or character in "\t\n\r":
        return False
    before = _script(name[at - 1]) if at else ""
    if character in _JOINERS or _is_selector(character):
        return before in _LOOK_ALIKE or (at > 0 and name[at - 1].isspace())
    if character in _DIRECTIONS:
        return not any(unicodedata.bidirectional(c) in {"R", "AL"} for c in name)
    return True


def _codes(characters: Iterable[str]) -> str:
    """The first of some characters, each with its number in Unicode."""
    distinct = list(dict.fromkeys(characters))
    told = [
        f"U+{ord(c):04X}" if _is_invisible(c) else f"{c} U+{ord(c):04X}"
        for c in distinct[:_MOST_TOLD]
    ]
    return ", ".join(told) + (", …" if len(distinct) > _MOST_TOLD else "")
