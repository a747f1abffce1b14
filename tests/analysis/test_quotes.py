"""Quotations and their speakers in eight languages, on invented people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.quotes import find_quotes
from briefing.model import BlockKind, Label, Mention, Quote, Sentence

NAMES = {
    Label.PER: (
        "Odd Brekkestad", "Brekkestad", "Lucía Arregui", "Arregui", "Hedi Zarzour", "Zarzour",
        "Greta Ohlsen", "Ohlsen", "Dario Collevecchio", "Collevecchio", "Célia Tavarel", "Tavarel",
        "Lieve Draeckers", "Draeckers", "سامح العزيزي", "العزيزي", "Kaj Overby", "Overby",
    ),
    Label.ORG: ("Harbour Board", "ministère des Ports", "Hafenamt", "وزارة الموانئ"),
}  # fmt: skip


def quotes_in(text: str, language: str = "en") -> list[Quote]:
    mentions: list[Mention] = []
    for label, names in NAMES.items():
        for name in sorted(names, key=len, reverse=True):
            for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if all(m.end() <= o.start or o.end <= m.start() for o in mentions):
                    mentions.append(Mention(m.start(), m.end(), name, label))
    sentences = [
        Sentence(m.start(), m.end(), BlockKind.BODY, language)
        for m in re.finditer(r"\S[^\n]*?(?:[.!?؟][”»“\"]?(?= +[A-ZÉ“«„\"أ-ي]|\n|$)|(?=\n|$))", text)
    ]
    return list(find_quotes(text, sentences, sorted(mentions, key=lambda m: m.start)))


ATTRIBUTED = [
    ("en", "“The quay is closed,” said Odd Brekkestad, who runs it.", "The quay is closed",
     "Odd Brekkestad"),
    ("en", "Kaj Overby left. “The quay is closed,” Brekkestad told reporters.",
     "The quay is closed", "Brekkestad"),
    ("en", "Odd Brekkestad said: “The quay is closed. It will not open.”",
     "The quay is closed. It will not open.", "Odd Brekkestad"),
    ("en", "Lucía Arregui met him. Mrs Arregui was firm. “No ship sails,” she said.",
     "No ship sails", "Lucía Arregui"),
    ("en", 'Odd Brekkestad called the plan "a gift to gulls" on Monday.', "a gift to gulls",
     "Odd Brekkestad"),
    ("en", "The quay, according to Odd Brekkestad, is “beyond repair” today.", "beyond repair",
     "Odd Brekkestad"),
    ("en", "“The quay is shut,” the Harbour Board said in a statement.", "The quay is shut",
     "Harbour Board"),
    ("en", "“The quay is shut,” an official said. Odd Brekkestad left.", "The quay is shut", None),
    ("en", "Odd Brekkestad was away. Officials called it “a sad day” for all.", "a sad day", None),
    ("fr", "« Le quai est fermé », a déclaré Hedi Zarzour à la presse.", "Le quai est fermé",
     "Hedi Zarzour"),
    ("fr", "La ministre Lucía Arregui a vu Hedi Zarzour. « Rien ne part », a-t-elle dit.",
     "Rien ne part", "Lucía Arregui"),
    ("fr", "Selon Hedi Zarzour, « le quai est perdu » depuis mai.", "le quai est perdu",
     "Hedi Zarzour"),
    ("fr", "« Le quai est fermé », indique un communiqué du ministère des Ports.",
     "Le quai est fermé", "ministère des Ports"),
    ("fr", "Le maire, Hedi Zarzour, était là. « C’est fini », a tranché le maire.", "C’est fini",
     "Hedi Zarzour"),
    ("fr", "Hedi Zarzour a salué « une étape utile » pour le port.", "une étape utile",
     "Hedi Zarzour"),
    ("es", "«El muelle está cerrado», dijo Lucía Arregui a los periodistas.",
     "El muelle está cerrado", "Lucía Arregui"),
    ("es", "Lucía Arregui habló en Callao. «No sale ningún barco», afirmó.",
     "No sale ningún barco", "Lucía Arregui"),
    ("es", "La ministra de Puertos, Lucía Arregui, llegó. “Nada sale”, dijo la ministra.",
     "Nada sale", "Lucía Arregui"),
    ("de", "„Der Kai ist zu“, sagte Greta Ohlsen am Montag.", "Der Kai ist zu", "Greta Ohlsen"),
    ("de", "Greta Ohlsen sprach von einem „verlorenen Jahr“ für alle.", "verlorenen Jahr",
     "Greta Ohlsen"),
    ("de", "»Der Kai ist zu«, sagte Ohlsen. Greta Ohlsen reiste ab.", "Der Kai ist zu",
     "Greta Ohlsen"),
    ("de", "Laut Greta Ohlsen ist das „ein schwerer Fehler“ gewesen.", "ein schwerer Fehler",
     "Greta Ohlsen"),
    ("it", "«Il molo è chiuso», ha detto Dario Collevecchio.", "Il molo è chiuso",
     "Dario Collevecchio"),
    ("it", "Dario Collevecchio ha parlato. “Nessuna nave parte”, ha aggiunto.",
     "Nessuna nave parte", "Dario Collevecchio"),
    ("pt", "“O cais está fechado”, disse Célia Tavarel aos jornalistas.", "O cais está fechado",
     "Célia Tavarel"),
    ("pt", "Segundo Célia Tavarel, o cais está “sem conserto” há meses.", "sem conserto",
     "Célia Tavarel"),
    ("nl", "“De kade is dicht”, zei Lieve Draeckers maandag.", "De kade is dicht",
     "Lieve Draeckers"),
    ("nl", "“De kade is dicht”, zei de Vlaamse minister Lieve Draeckers.", "De kade is dicht",
     "Lieve Draeckers"),
    ("fr", "Une réponse de Hedi Zarzour a dit « le quai est perdu » hier.", "le quai est perdu",
     None),
    ("es", "«Nada sale hoy», dijo a la prensa el presidente del puerto, Dario Collevecchio.",
     "Nada sale hoy", "Dario Collevecchio"),
    ("es", "Advirtieron a Lucía Arregui: «Nada sale hoy».", "Nada sale hoy", None),
    ("en", "Odd Brekkestad visited the “painted wood” on Monday.", "painted wood", None),
    ("en", "Odd Brekkestad said the “Northern Harbour Trust” had paid.", "Northern Harbour Trust",
     None),
    ("nl", "Volgens Lieve Draeckers is dat “een grote fout” geweest.", "een grote fout",
     "Lieve Draeckers"),
    ("ar", "وقال سامح العزيزي في الجلسة: «الرصيف مغلق منذ شهر».", "الرصيف مغلق منذ شهر",
     "سامح العزيزي"),
    ("ar", "«الرصيف مغلق اليوم»، يقول سامح العزيزي للصحفيين.", "الرصيف مغلق اليوم", "سامح العزيزي"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), ATTRIBUTED)
def test_speaker(language: str, text: str, words: str, speaker: str | None) -> None:
    quotes = quotes_in(text, language)
    assert [(q.text, q.speaker) for q in quotes] == [
        (
            words,
            "Odd Brekkestad" if speaker == "Brekkestad" and "Odd Brekkestad" in text else speaker,
        )
    ]


def test_speaker_span_is_the_mention_in_the_sentence() -> None:
    text = "Odd Brekkestad came. “The quay is shut,” said Brekkestad."
    (quote,) = quotes_in(text)
    assert quote.speaker == "Odd Brekkestad"
    assert quote.speaker_span is not None
    assert text[quote.speaker_span.start : quote.speaker_span.end] == "Brekkestad"
    assert quote.speaker_span.start > quote.end


def test_a_split_quotation_has_one_speaker() -> None:
    text = "“The quay is shut,” said Odd Brekkestad. “It will stay so,” and nobody laughed."
    assert [q.speaker for q in quotes_in(text)] == ["Odd Brekkestad"] * 2


def test_two_halves_share_the_speaker_named_behind_them() -> None:
    text = "“The quay is shut” and, by all signs, “will stay shut”, explained Odd Brekkestad."
    assert [q.speaker for q in quotes_in(text)] == ["Odd Brekkestad"] * 2


def test_an_unsaid_subject_is_sought_in_the_paragraph() -> None:
    text = "Lucía Arregui llegó.\nEl otro calló. «Nada sale hoy», afirmó."
    assert [q.speaker for q in quotes_in(text, "es")] == [None]


def test_a_quotation_runs_over_sentences_but_not_over_paragraphs() -> None:
    text = (
        "“The quay is shut. It is old. It is done,” said Odd Brekkestad.\n"
        "A “stray mark stays open.\nEnd” here."
    )
    assert [q.text for q in quotes_in(text)] == ["The quay is shut. It is old. It is done"]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    text = "“He said ‘never again to us’ and left,” recalled Odd Brekkestad."
    assert [q.text for q in quotes_in(text)] == ["He said ‘never again to us’ and left"]


def test_apostrophes_are_no_marks() -> None:
    assert quotes_in("The ports' crews didn't see Kaj Overby's boat, nor the ships' logs.") == []
    assert quotes_in("L’accord d’hier n’a pas plu à l’équipage.", "fr") == []


def test_a_single_word_counts_only_with_a_speaker() -> None:
    assert quotes_in("The so-called “quay” fell into the sea.") == []
    assert [q.text for q in quotes_in("It was “madness”, said Odd Brekkestad.")] == ["madness"]


MARKS = "“”„«»\"‘’'‚‹› "


@given(
    st.lists(
        st.sampled_from(
            [*MARKS, "said ", "Kaj Overby", ". ", "\n", "sagte er", "dit", "a", "قال "]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_text_gives_marked_spans_inside_a_line(text: str) -> None:
    last = 0
    for quote in quotes_in(text):
        assert quote.text == text[quote.start : quote.end]
        assert quote.text.strip() == quote.text != ""
        assert "\n" not in quote.text
        assert last <= quote.start
        last = quote.end
        before = text[: quote.start].rstrip()
        after = text[quote.end :].lstrip(" ,،")
        assert before[-1] in MARKS
        assert after[0] in MARKS
        assert (quote.speaker is None) == (quote.speaker_span is None)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for quote in quotes_in(text):
        assert quote.text == text[quote.start : quote.end]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("en", "Kaj Overby scored twice. “I closed my eyes,” the left back said.",
         "I closed my eyes", "Kaj Overby"),
        ("nl", "Lieve Draeckers liep weg. “Ik zag niks meer”, zei de schaatsster.",
         "Ik zag niks meer", "Lieve Draeckers"),
        ("es", "Lucía Arregui habló antes. «Primero salvamos», dijo la ministra española.",
         "Primero salvamos", "Lucía Arregui"),
        ("en", "Odd Brekkestad thanked them. “You were our extra player.”",
         "You were our extra player.", "Odd Brekkestad"),
        ("en", "Odd Brekkestad met Kaj Overby. They ate. “No deal,” the minister said.",
         "No deal", None),
        ("en", "Harbour Board has not said yes, and Gull Watch called it “a gift to gulls”.",
         "a gift to gulls", None),
    ],
)  # fmt: skip
def test_somebody_described_is_whom_the_sentence_before_opens_with(
    language: str, text: str, words: str, speaker: str | None
) -> None:
    (quote,) = [q for q in quotes_in(text, language) if q.text == words]
    assert quote.speaker == speaker
