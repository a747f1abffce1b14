"""The features of a pair of pages: each with its name, its sense, its measure and its words.

Invariant: features are symmetric, and 0 means "says nothing". A new feature is one line of `TABLE`
and one weight in each model of `weights.json`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.events import measures, reasons
from briefing.events.comparing import Batch, Likeness, Pages, stretches
from briefing.events.reasons import Words, always, shared
from briefing.events.rows import Ends


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for one event, or against it: how it is measured and told.

    `measure` gives its values for the pairs of a batch, `words` what is said of one pair.
    """

    name: str
    measure: Callable[[Batch], NDArray[np.float64]]
    words: Words
    is_against: bool = False


def _against(name: str, measure: Callable[[Batch], NDArray[np.float64]], words: Words) -> Feature:
    return Feature(name, measure, words, is_against=True)


TABLE = (
    Feature("same_people", measures.same_people, shared("both name", lambda p: p.people)),
    Feature("core_people", measures.core_people, reasons.core_people),
    _against("other_people", measures.other_people, reasons.other_people),
    _against("other_counterpart", measures.other_counterpart, reasons.other_counterpart),
    Feature("same_office", measures.same_office, reasons.same_office),
    Feature(
        "same_organisations",
        measures.same_organisations,
        shared("both name", lambda p: p.organisations),
    ),
    Feature("same_city", measures.same_city, shared("both in", lambda p: p.cities)),
    _against("other_city", measures.other_city, reasons.other_city),
    _against("other_town", measures.other_town, reasons.other_town),
    Feature("same_countries", measures.same_countries, shared("both on", lambda p: p.countries)),
    _against("other_countries", measures.other_countries, reasons.other_countries),
    Feature("same_day", measures.same_day, reasons.same_day),
    Feature("same_weekday", measures.same_weekday, reasons.same_weekday),
    _against("other_day", measures.other_day, reasons.other_day),
    _against("other_weekday", measures.other_weekday, reasons.other_weekday),
    Feature("published_near", measures.published_near, reasons.published),
    _against("published_apart", measures.published_apart, reasons.published),
    _against("weeks_apart", measures.weeks_apart, always("weeks lie between their dates")),
    Feature("same_kind", measures.same_kind, shared("both report:", lambda p: p.kinds)),
    _against("other_kind", measures.other_kind, reasons.other_kind),
    Feature("same_edition", measures.same_edition, reasons.same_edition),
    _against("other_edition", measures.other_edition, reasons.other_edition),
    Feature("same_figures", measures.same_figures, reasons.figures),
    Feature("names", measures.names, always("many of the same names")),
    Feature("words", measures.words, always("much the same words")),
    _against("other_words", measures.other_words, always("hardly a word in common")),
    Feature(
        "words_across_languages", measures.words_across_languages, always("cognate words in common")
    ),
    Feature(
        "names_across_languages",
        measures.names_across_languages,
        always("names in common across languages"),
    ),
    Feature(
        "notions_across_languages",
        measures.notions_across_languages,
        always("much of the same matter in two languages"),
    ),
    Feature("title", measures.title, always("like headlines")),
    Feature("copy", measures.copy, reasons.copy),
    Feature(
        "shared_neighbours",
        measures.shared_neighbours,
        always("the pages that either is most like are the same"),
    ),
    _against("another_day", measures.another_day, reasons.published),
)
"""All features, in the order in which they are explained."""

FEATURES = tuple(f.name for f in TABLE)
"""Their names."""
OF_THE_HOST = frozenset({"same_city", "same_day", "same_weekday", "published_near"})
"""What two visits to one host on one day share anyway: with another counterpart it says nothing."""
_OF_THE_HOST = np.flatnonzero([f.name in OF_THE_HOST for f in TABLE])
_COUNTERPART = FEATURES.index("other_counterpart")


def measure_batch(batch: Batch) -> NDArray[np.float64]:
    """The features of the pairs of a batch, of shape (features, pairs)."""
    found = np.array([f.measure(batch) for f in TABLE])
    found[np.ix_(_OF_THE_HOST, np.flatnonzero(found[_COUNTERPART]))] = 0.0
    return found


def measure_pairs(pages: Pages, left: Ends, right: Ends, likeness: Likeness) -> NDArray[np.float64]:
    """The features of pairs, sorted by `left`, of shape (pairs, features)."""
    found = np.empty((len(left), len(TABLE)))
    for at in stretches(pages, left, right):
        found[at] = measure_batch(Batch(pages, left[at], right[at], likeness[at])).T
    return found
