"""What news figures count, by a class that the eight languages share.

Invariant: keys are folded by `folding.fold`; a word has one class, so that values can be aligned
across languages by class alone. The words stand in counted.tsv: an English class and the forms of
the eight languages (singular, plural, gender, case); of a word in two rows the first row counts.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from briefing.lexicon.folding import fold

_TABLE_FILE = "counted.tsv"
_HUMANS = frozenset(
    "artists children climbers crew customers delegates experts farmers fighters firefighters "
    "lawyers men merchants migrants passengers patients people players prisoners protesters "
    "rescuers runners soldiers spectators students suspects tourists witnesses women "
    "technicians teachers workers".split()
) | {"police officers", "business leaders"}
# What the last part of a compound may be, in the languages that write compounds as one word.
_COMPOUND_HEADS = (
    "arbeiter arbeiders beamte beamten agenten drohnen drones boote booten boten schiffe schiffen "
    "schepen flugzeuge vliegtuigen fahrzeuge wagen kinder kindern kinderen leute angeklagte "
    "angeklagten abgeordnete verdächtige verdächtigen verdachten häuser häusern gebäude gebouwen "
    "huizen woningen wohnungen schulen scholen krankenhäuser ziekenhuizen kabel kabeln kabels "
    "brücken bruggen chefs besucher besuchern bezoekers reisende reizigers teilnehmer teilnehmern "
    "deelnemers zeugen getuigen opfer slachtoffers stellen plaatsen stimmen stemmen sitze zetels "
    "punkte punkten punten züge treinen raketen raketten soldaten polizisten experten mitarbeiter "
    "mitarbeitern medewerkers workers officers fighters boats homes buildings angriffe aanvallen "
    "dosen gäste gästen gasten städte dörfer dorpen"
)
_SHORTEST_OPENING = 3


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    text = resources.files(__package__).joinpath(_TABLE_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _, words = line.partition("\t")
        for word in words.split():
            found.setdefault(_key(word), name)
    return found


def _key(word: str) -> str:
    """The folded word; Arabic's two last letters y are one, as pages confuse them."""
    return fold(word).replace("ى", "ي")


@lru_cache(maxsize=1)
def _compound_heads() -> tuple[tuple[str, str], ...]:
    """Heads with their class, the longest first."""
    known = _words()
    heads = {form: known[form] for form in map(fold, _COMPOUND_HEADS.split()) if form in known}
    return tuple(sorted(heads.items(), key=lambda entry: (-len(entry[0]), entry[0])))


@lru_cache(maxsize=16384)
def counted_class(counted: str) -> str | None:
    """The shared English class of a counted noun or verb ("navires", "Schiffe" -> "vessels").

    A compound is of its last part's class: "Unterwasserdrohnen" are drones.
    """
    key = _key(counted)
    known = _words()
    found = known.get(key) or (known.get(key[2:]) if key.startswith("ال") else None)
    return found or _compound_class(key)


def _compound_class(key: str) -> str | None:
    for head, name in _compound_heads():
        if len(key) >= len(head) + _SHORTEST_OPENING and key.endswith(head):
            return name
    return None


def is_human(name: str) -> bool:
    """Whether what a class counts can be killed, hurt or arrested."""
    return name in _HUMANS
