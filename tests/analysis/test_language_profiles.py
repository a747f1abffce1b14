"""langdetect's method: the same answers as langdetect's own."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from langdetect import detector_factory
from langdetect.lang_detect_exception import LangDetectException

from briefing.analysis.language_profiles import language_probabilities, load_profiles
from tests.analysis.test_language import SAMPLES

LETTERS = (
    "abcdefgh éñüßçãœ AEIOU ЖЗИЙ кл مرحبا שלום αβγ 日本語 かな カナ 한국 ếằ ășț 123 .,;!? \n@/:"
)


@lru_cache(maxsize=1)
def load_factory() -> detector_factory.DetectorFactory:
    found = detector_factory.DetectorFactory()
    found.load_profile(detector_factory.PROFILES_DIRECTORY)
    found.set_seed(0)
    return found


def reference(factory: detector_factory.DetectorFactory, text: str) -> dict[str, float]:
    detector = factory.create()
    detector.append(text)
    try:
        return {entry.lang: entry.prob for entry in detector.get_probabilities()}
    except LangDetectException:
        return {}


@pytest.mark.parametrize("language", SAMPLES)
def test_sentences_get_the_answers_of_langdetect(language: str) -> None:
    for text in (SAMPLES[language], SAMPLES[language].upper(), SAMPLES[language][:15]):
        found = dict(language_probabilities(text))
        assert found == pytest.approx(reference(load_factory(), text), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=120))
@example("See https://harbour.example/news or write to desk@harbour.example today")
@example("МИР и мир: one Latin word")
def test_any_text_gets_the_answers_of_langdetect(text: str) -> None:
    found, known = dict(language_probabilities(text)), reference(load_factory(), text)
    # The sums run in another order of languages: what hangs by a hair may fall either way.
    assert found == pytest.approx(known, abs=1e-6) or max(known.values()) < 0.9


def test_the_likeliest_language_comes_first() -> None:
    shares = [share for _, share in language_probabilities(SAMPLES["pt"][:30])]
    assert shares == sorted(shares, reverse=True)


def test_a_text_without_letters_has_no_language() -> None:
    assert language_probabilities("12 : 30 -- !") == ()


def test_profiles_come_in_the_order_of_their_names() -> None:
    names = [profile.name for profile in load_profiles()]
    assert names == sorted(names)
    assert len(names) > 50
