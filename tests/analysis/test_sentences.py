"""Sentences: where they end in eight languages, and that nothing is lost between them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.blocks import label_blocks
from briefing.analysis.sentences import split_sentences
from briefing.model import Block, BlockKind


def split(text: str, language: str = "en") -> list[str]:
    block = Block(0, len(text), BlockKind.BODY, language)
    return [text[s.start : s.end] for s in split_sentences(text, (block,))]


CASES = [
    ("en", ["Mr. Arlen met Dr. J. R. Pike on Oct. 7.", "He paid 3.5 million."]),
    (
        "en",
        [
            "The U.S. Department of State agreed.",
            "They met in the U.S.",
            "It ended at 7:48 p.m.",
            "Then he left.",
        ],
    ),
    ("en", ["“We did it!” she said.", "“Now we rest.”", "Was it over?", "No... maybe."]),
    (
        "en",
        [
            "The answer was no.",
            "See No. 5 and art. 12.",
            "They moved on.",
            "He left two years ago.",
            "Silence.",
        ],
    ),
    ("en", ["1. The first point.", "A second sentence."]),
    (
        "fr",
        [
            "M. Darc a reçu Mme Oule.",
            "« Rien ne sera caché. »",
            "« Vraiment ? » a-t-il demandé.",
            "Fin.",
        ],
    ),
    (
        "es",
        [
            "El Sr. Luque llegó el 5 de enero.",
            "«No cerramos», dijo.",
            "¿Y ahora?",
            "EE. UU. apoyó el plan.",
        ],
    ),
    (
        "de",
        [
            "Er kam am 19. September an.",
            "Das kostet z. B. 3.000 Euro, d. h. viel.",
            "„Wir warten.“",
            "Das war 2020.",
            "Die 3. Liga ruht.",
        ],
    ),
    ("it", ["L’on. Bruni arriva alle 10.30.", "«Va bene», ha detto.", "Il sig. Neri tace."]),
    (
        "pt",
        ["O Sr. Lage chegou às 10h.", "A Dra. Reis disse: “Não sei.”", "Custou 1.200,50 reais."],
    ),
    ("nl", ["Dhr. Smit en mevr. De Boer kwamen o.a. om 10.30 uur.", "Het was ca. 5 km."]),
    ("ar", ["قال د. سمير إن القطار توقف.", "هل عاد؟", "نعم."]),
    ("ur", ["یہ ایک جملہ ہے۔", "دوسرا جملہ۔"]),
    ("zh", ["这是第一句。", "这是第二句！"]),
]


@pytest.mark.parametrize(("language", "sentences"), CASES)
def test_a_passage_is_cut_at_its_sentences(language: str, sentences: list[str]) -> None:
    joint = "" if language == "zh" else " "
    assert split(joint.join(sentences), language) == sentences


def test_a_line_without_a_stop_is_a_sentence_with_its_kind_and_language() -> None:
    text = "A headline"
    (found,) = split_sentences(text, (Block(0, 10, BlockKind.HEADLINE, "en"),))
    assert (found.start, found.end, found.kind, found.language) == (0, 10, BlockKind.HEADLINE, "en")


def test_a_wrapped_paragraph_is_read_across_its_lines() -> None:
    assert split("The talks\nended late. A text\nfollowed.") == [
        "The talks\nended late.",
        "A text\nfollowed.",
    ]


@given(
    st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(".!?»“” \n«A1a"), max_size=300)
)
def test_sentences_hold_every_character_of_their_blocks(text: str) -> None:
    blocks = label_blocks(text, None)
    sentences = split_sentences(text, blocks)
    assert [s.start for s in sentences] == sorted(s.start for s in sentences)
    for block in blocks:
        inside = [s for s in sentences if block.start <= s.start < block.end]
        joined = "".join(text[s.start : s.end] for s in inside)
        assert "".join(joined.split()) == "".join(text[block.start : block.end].split())
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""
        assert any(b.start <= sentence.start and sentence.end <= b.end for b in blocks)


def test_a_long_line_takes_linear_time() -> None:
    started = time.process_time()
    split("»." * 200_000 + "A. " * 50_000)
    assert time.process_time() - started < 10
