"""Languages: of articles and of the blocks that differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.blocks import label_blocks
from briefing.analysis.language import detect_language, detect_languages, normalise_tag

SAMPLES = {
    "en": "The harbour board met on Monday and put off its decision about the old crane.",
    "fr": "Le conseil du port s’est réuni lundi et a reporté sa décision sur la vieille grue.",
    "es": "La junta del puerto se reunió el lunes y aplazó su decisión sobre la vieja grúa.",
    "de": "Der Hafenrat hat am Montag getagt und die Entscheidung über den alten Kran vertagt.",
    "it": "Il consiglio del porto si è riunito lunedì e ha rinviato la decisione sulla gru.",
    "pt": "O conselho do porto reuniu-se na segunda-feira e adiou a decisão sobre a grua velha.",
    "nl": "Het havenbestuur kwam maandag bijeen en stelde het besluit over de oude kraan uit.",
    "ar": "اجتمع مجلس الميناء يوم الاثنين وأجل قراره بشأن الرافعة القديمة إلى الأسبوع المقبل.",
    "pl": "Rada portu zebrała się w poniedziałek i odłożyła decyzję w sprawie starego dźwigu.",
    "ru": "Совет порта собрался в понедельник и отложил решение о старом кране.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_page_has_the_language_of_its_report(language: str) -> None:
    text = f"Share   Print   Facebook\n\n{SAMPLES[language]}\n{SAMPLES[language]}"
    blocks = label_blocks(text, None)
    assert detect_languages(text, blocks, None)[0] == language


def test_the_answer_does_not_depend_on_earlier_calls() -> None:
    alone = [detect_language(text) for text in SAMPLES.values()]
    assert [detect_language(text) for text in reversed(SAMPLES.values())] == alone[::-1]


def test_a_headline_in_another_language_keeps_its_own() -> None:
    text = f"{SAMPLES['es'].rstrip('.')}\n\n{SAMPLES['en']}\n\n{SAMPLES['en']}"
    language, blocks = detect_languages(text, label_blocks(text, None), None)
    assert language == "en"
    assert [b.language for b in blocks] == ["es", "en", "en"]


def test_a_declared_language_wins() -> None:
    text = SAMPLES["fr"]
    language, blocks = detect_languages(text, label_blocks(text, None), "en-US")
    assert language == "en"
    assert [b.language for b in blocks] == ["fr"]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("EN", "en"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh"), ("deu", "de"), ("French", "fr"),
     ("", None), (None, None), ("unknown", None), ("!!", None), ("xxx", None)],
)  # fmt: skip
def test_tags_become_codes(tag: str | None, code: str | None) -> None:
    assert normalise_tag(tag) == code


def test_a_text_without_letters_is_undetermined() -> None:
    assert detect_language("2024 — 12:30 !!!") == "und"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_a_language(text: str) -> None:
    language, blocks = detect_languages(text, label_blocks(text, None), None)
    assert language
    assert all(block.language for block in blocks)
