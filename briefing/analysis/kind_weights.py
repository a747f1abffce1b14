"""The weights of the signs of a name's kind, as `training.kinds` learnt them.

Invariant: the table is read once, when a page first needs it; a sign that it does not hold says
nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import cache

from briefing.analysis.wordclasses import WordClasses, word_classes
from briefing.models import model_path

Weights = tuple[float, float, float]
"""For a person, a place and an organisation, as `settling.KINDS` orders them."""
SCALE = 50
"""The table holds whole numbers: weights times this."""
LEAST = 0.2
"""A sign that moves the kinds less far apart is left out: so are three fifths of all."""


def pack_weights(weights: Mapping[str, Weights]) -> bytes:
    """A table of weights as bytes; what a sign says for all kinds alike is taken off."""
    rows = []
    for sign in sorted(weights):
        kinds = weights[sign]
        if max(kinds) - min(kinds) >= LEAST:
            middle = sum(kinds) / len(kinds)
            scaled = (round((weight - middle) * SCALE) for weight in kinds)
            rows.append("\t".join([sign, *map(str, scaled)]))
    return zlib.compress("\n".join(rows).encode(), 9)


def unpack_weights(packed: bytes) -> dict[str, Weights]:
    """The table that `pack_weights` packed."""
    weights: dict[str, Weights] = {}
    for row in zlib.decompress(packed).decode().split("\n"):
        sign, *scaled = row.split("\t")
        person, place, body = map(int, scaled)
        weights[sign] = (person / SCALE, place / SCALE, body / SCALE)
    return weights


@cache
def load_weights() -> dict[str, Weights]:
    """The weights that ship."""
    return unpack_weights((model_path() / "kinds.z").read_bytes())


def known_classes() -> WordClasses:
    """The word classes that the signs are made of."""
    return word_classes(model_path() / "classes")


def weigh(signs: Iterable[str]) -> Weights:
    """What signs say together: the sums of their weights."""
    table = load_weights()
    person = place = body = 0.0
    for sign in signs:
        found = table.get(sign)
        if found is not None:
            person += found[0]
            place += found[1]
            body += found[2]
    return person, place, body
