from __future__ import annotations

from briefing.training.__main__ import epoch_of, full_names
from briefing.training.corpus import Sentence
from briefing.training.tables import LANGUAGES

CORPUS = {
    language: [
        Sentence(f"{language} saw Odile Holm {n}", ((7, 17, "PER"),), language) for n in range(9)
    ]
    for language in LANGUAGES
}


def test_an_epoch_is_drawn_from_every_language_and_seeded() -> None:
    passages = epoch_of(CORPUS, {}, {}, 3)
    assert {p.language for p in passages} == set(LANGUAGES)
    assert passages == epoch_of(CORPUS, {}, {}, 3)
    assert passages != epoch_of(CORPUS, {}, {}, 4)


def test_silver_joins_the_sample() -> None:
    silver = {"fr": [Sentence("encore Anna Li", ((7, 14, "PER"),), "fr")]}
    texts = " ".join(p.text for p in epoch_of(CORPUS, silver, {}, 3)).casefold()
    assert "anna li" in texts


def test_names_come_from_other_languages() -> None:
    assert set(full_names(CORPUS)["fr"]) == {"Odile Holm"}
    assert "en" not in full_names(CORPUS)
