from __future__ import annotations

import pytest

from briefing.training.__main__ import epoch_of, main
from briefing.training.corpus import Sentence
from briefing.training.inventing import Parts
from briefing.training.tables import LANGUAGES

CORPUS = {
    language: [
        Sentence(f"{language} saw Odile Holm {n}", ((7, 17, "PER"),), language) for n in range(9)
    ]
    for language in LANGUAGES
}
NAMES = (("Bo", "Ida"), ("Li", "Krog"))
PARTS = Parts(people=(NAMES,), arabs=(NAMES,), towns=("Lindholm",), arabic_towns=("طبرقة",))
COUNTRIES: dict[str, frozenset[str]] = dict.fromkeys(LANGUAGES, frozenset())


def drawn(silver: dict[str, list[Sentence]], seed: int) -> list[Sentence]:
    return epoch_of(CORPUS, silver, PARTS, COUNTRIES, seed)


def test_an_epoch_is_drawn_from_every_language_and_seeded() -> None:
    passages = drawn({}, 3)
    assert {p.language for p in passages} == set(LANGUAGES)
    assert passages == drawn({}, 3)
    assert passages != drawn({}, 4)


def test_silver_joins_the_sample() -> None:
    silver = {"fr": [Sentence("encore une fois Anna Li", ((16, 23, "PER"),), "fr")]}
    texts = " ".join(p.text for p in drawn(silver, 3)).casefold()
    assert "encore une fois" in texts


def test_a_teacher_needs_a_folder_for_what_it_labels(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--data", "data", "--out", "out", "--teacher", "first"])
    assert "--tagged" in capsys.readouterr().err
