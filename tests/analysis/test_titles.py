"""Titles in eight languages, on invented people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.titles import attach_titles
from briefing.model import BlockKind, Label, Mention, Sentence

Expected = tuple[str | None, str | None, str]


def titles_in(text: str, people: list[str]) -> dict[str, Expected | None]:
    """The title of each person's first mention: role, country, words."""
    mentions = [
        Mention(m.start(), m.end(), m.group(), Label.PER)
        for name in people
        for m in re.finditer(re.escape(name), text)
    ]
    sentences = [
        Sentence(m.start(), m.end(), BlockKind.BODY, "en")
        for m in re.finditer(
            r"\S[^\n]*?(?:(?<!S)(?<!M)(?<!Sen)[.!?](?= [A-ZÉ]|\n|$)|(?=\n|$))", text
        )
    ]
    found: dict[str, Expected | None] = {}
    for mention in attach_titles(text, sentences, sorted(mentions, key=lambda m: m.start)):
        title = mention.title
        words = (title.role, title.country, text[title.start : title.end]) if title else None
        found.setdefault(mention.text, words)
    return found


BEFORE_THE_NAME = [
    ("Ruritania thanked Japan's Foreign Minister Aiko Tanabe.", "Aiko Tanabe",
     ("foreign minister", "Japan", "Japan's Foreign Minister")),
    ("On Monday Peruvian President Lucía Arregui flew home.", "Lucía Arregui",
     ("president", "Peru", "Peruvian President")),
    ("Norway’s Minister of Fisheries, Odd Brekkestad, agreed.", "Odd Brekkestad",
     ("fisheries minister", "Norway", "Norway’s Minister of Fisheries")),
    ("US Defense Secretary Dale Hartsock arrived.", "Dale Hartsock",
     ("defence minister", "United States", "US Defense Secretary")),
    ("U.S. Trade Secretary Dale Hartsock arrived.", "Dale Hartsock",
     ("trade minister", "United States", "U.S. Trade Secretary")),
    ("They asked Sen. Dale Hartsock to wait.", "Dale Hartsock", ("senator", None, "Sen")),
    ("Prime Minister Jerzy Wolak of Poland left.", "Jerzy Wolak",
     ("prime minister", "Poland", "Prime Minister")),
    ("As president, Jerzy Wolak was weak.", "Jerzy Wolak", None),
    ("The president and Jerzy Wolak left.", "Jerzy Wolak", None),
    ("Le levantaron su inmunidad judicial y fiscal, Ramiro Quezal huyó.", "Ramiro Quezal", None),
    ("El árbitro a Ramiro Quezal.", "Ramiro Quezal", None),
    ("EU foreign policy chief Dale Hartsock arrived.", "Dale Hartsock",
     ("high representative", None, "EU foreign policy chief")),
    ("They met opposition leader Dale Hartsock.", "Dale Hartsock",
     ("head", None, "opposition leader")),
    ("Le ministre de l’Économie, des Finances et du Budget, M. Luc Marchadour, a tranché.",
     "Luc Marchadour",
     ("economy minister", None, "ministre de l’Économie, des Finances et du Budget")),
    ("La cheffe de la diplomatie danoise, Anneke Pauwels, a parlé.", "Anneke Pauwels",
     ("foreign minister", "Denmark", "cheffe de la diplomatie danoise")),
    ("وصل وزير العدل الكويتي السيد هاني الصمادي.", "هاني الصمادي",
     ("justice minister", "Kuwait", "وزير العدل الكويتي")),
    ("They met Deputy Prime Minister Ivana Belko in Split.", "Ivana Belko",
     ("deputy prime minister", None, "Deputy Prime Minister")),
    ("The head of the Portuguese coast guard, Rui Valadim, resigned.", "Rui Valadim",
     ("head", "Portugal", "head of the Portuguese coast guard")),
    ("Mr Tobias Quelle was absent.", "Tobias Quelle", None),
    ("Le ministre tunisien des Affaires étrangères, Hedi Zarzour, est arrivé.", "Hedi Zarzour",
     ("foreign minister", "Tunisia", "ministre tunisien des Affaires étrangères")),
    ("La ministre belge de la Défense Anneke Pauwels a signé.", "Anneke Pauwels",
     ("defence minister", "Belgium", "ministre belge de la Défense")),
    ("Le président de la Chambre des représentants, Omar Tazi Slim, a parlé.", "Omar Tazi Slim",
     ("president", None, "président de la Chambre des représentants")),
    ("M. Bertrand Quennec a refusé.", "Bertrand Quennec", None),
    ("Le Premier ministre du Canada, Jules Tremblant, est venu.", "Jules Tremblant",
     ("prime minister", "Canada", "Premier ministre du Canada")),
    ("L’ambassadeur de France au Maroc, Yves Corneloup, a reçu la presse.", "Yves Corneloup",
     ("ambassador", "France", "ambassadeur de France au Maroc")),
    ("La ministra argentina de Salud, Pilar Otamendi, viajó.", "Pilar Otamendi",
     ("health minister", "Argentina", "ministra argentina de Salud")),
    ("El presidente del Gobierno, Íñigo Larrañeta, respondió.", "Íñigo Larrañeta",
     ("prime minister", None, "presidente del Gobierno")),
    ("El chileno Ramiro Quezal ganó la etapa.", "Ramiro Quezal", (None, "Chile", "chileno")),
    ("Der polnische Außenminister Jerzy Wolak reiste ab.", "Jerzy Wolak",
     ("foreign minister", "Poland", "polnische Außenminister")),
    ("Bundesjustizministerin Greta Ohlsen lehnte ab.", "Greta Ohlsen",
     ("justice minister", None, "Bundesjustizministerin")),
    ("Die Chefin der spanischen Zentralbank, Marta Iglesiano, warnte.", "Marta Iglesiano",
     ("head", "Spain", "Chefin der spanischen Zentralbank")),
    ("Il ministro degli Esteri tunisino Nabil Ferchiou è a Roma.", "Nabil Ferchiou",
     ("foreign minister", "Tunisia", "ministro degli Esteri tunisino")),
    ("Il ministro dell’Interno, Dario Collevecchio, ha risposto.", "Dario Collevecchio",
     ("interior minister", None, "ministro dell’Interno")),
    ("A ministra da Justiça do Brasil, Célia Tavarel, reuniu-se.", "Célia Tavarel",
     ("justice minister", "Brazil", "ministra da Justiça do Brasil")),
    ("O presidente angolano Nélson Kiluanje chegou.", "Nélson Kiluanje",
     ("president", "Angola", "presidente angolano")),
    ("De Nederlandse minister van Buitenlandse Zaken Joost Verweijde vertrok.", "Joost Verweijde",
     ("foreign minister", "Netherlands", "Nederlandse minister van Buitenlandse Zaken")),
    ("De burgemeester van Gent, Lieve Draeckers, opende de zaal.", "Lieve Draeckers",
     ("mayor", None, "burgemeester van Gent")),
    ("التقى وزير الخارجية المصري سامح العزيزي نظيره.", "سامح العزيزي",
     ("foreign minister", "Egypt", "وزير الخارجية المصري")),
    ("وصلت وزيرة المالية التونسية ليلى بن عمر إلى روما.", "ليلى بن عمر",
     ("finance minister", "Tunisia", "وزيرة المالية التونسية")),
    ("استقبل رئيس الوزراء الأردني هاني الصمادي الوفد.", "هاني الصمادي",
     ("prime minister", "Jordan", "رئيس الوزراء الأردني")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), BEFORE_THE_NAME)
def test_title_before_the_name(text: str, name: str, expected: Expected | None) -> None:
    assert titles_in(text, [name])[name] == expected


BEHIND_THE_NAME = [
    ("Odd Brekkestad, director general of the Norwegian Fisheries Directorate, agreed.",
     "Odd Brekkestad",
     ("director general", "Norway", "director general of the Norwegian Fisheries Directorate")),
    ("They asked Tess Oyelowe (minister of transport) to wait.", "Tess Oyelowe",
     ("transport minister", None, "minister of transport")),
    ("Tess Oyelowe, 54, a lawyer, will run.", "Tess Oyelowe", ("lawyer", None, "lawyer")),
    ("Tess Oyelowe, who heads the port of Lagos, signed.", "Tess Oyelowe",
     ("head", None, "heads the port of Lagos")),
    ("After talks with Oyelowe, the German official described the plan as sound.", "Oyelowe", None),
    ("Luc Marchadour, porte-parole de la police belge, a démenti.", "Luc Marchadour",
     ("spokesperson", "Belgium", "porte-parole de la police belge")),
    ("Luc Marchadour, qui dirige le port de Sète, a signé.", "Luc Marchadour",
     ("head", None, "dirige le port de Sète")),
    ("Pilar Otamendi, directora del Instituto Antártico, firmó.", "Pilar Otamendi",
     ("director", None, "directora del Instituto Antártico")),
    ("Greta Ohlsen, Sprecherin der Feuerwehr, sagte wenig.", "Greta Ohlsen",
     ("spokesperson", None, "Sprecherin der Feuerwehr")),
    ("Dario Collevecchio, capo della polizia, ha firmato.", "Dario Collevecchio",
     ("police chief", None, "capo della polizia")),
    ("Célia Tavarel, presidente da câmara de Beja, assinou.", "Célia Tavarel",
     ("mayor", None, "presidente da câmara de Beja")),
    ("Lieve Draeckers, woordvoerster van de politie, bevestigde dat.", "Lieve Draeckers",
     ("spokesperson", None, "woordvoerster van de politie")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "expected"), BEHIND_THE_NAME)
def test_title_behind_the_name(text: str, name: str, expected: Expected | None) -> None:
    assert titles_in(text, [name])[name] == expected


COUNTERPARTS = [
    ("Peruvian Foreign Minister Lucía Arregui met her Danish counterpart, Kaj Overby.",
     "Lucía Arregui", "Kaj Overby", ("foreign minister", "Denmark", "Danish counterpart")),
    ("Le ministre de la Santé, Hedi Zarzour, et son homologue allemande, Greta Ohlsen, ont signé.",
     "Hedi Zarzour", "Greta Ohlsen", ("health minister", "Germany", "homologue allemande")),
    ("El ministro de Defensa, Ramiro Quezal, recibió a su homólogo francés, Luc Marchadour.",
     "Ramiro Quezal", "Luc Marchadour", ("defence minister", "France", "homólogo francés")),
    ("Außenministerin Greta Ohlsen traf ihren tunesischen Amtskollegen Nabil Ferchiou.",
     "Greta Ohlsen", "Nabil Ferchiou", ("foreign minister", "Tunisia", "tunesischen Amtskollegen")),
    ("Il ministro dell’Interno Dario Collevecchio ha visto l’omologo egiziano Sami Azizi.",
     "Dario Collevecchio", "Sami Azizi", ("interior minister", "Egypt", "omologo egiziano")),
    ("O ministro das Finanças, Nélson Kiluanje, e o seu homólogo espanhol, Ramiro Quezal.",
     "Nélson Kiluanje", "Ramiro Quezal", ("finance minister", "Spain", "homólogo espanhol")),
    ("التقى وزير الدفاع سامح العزيزي نظيره الإيطالي داريو كولي.",
     "سامح العزيزي", "داريو كولي", ("defence minister", "Italy", "نظيره الإيطالي")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "host", "guest", "expected"), COUNTERPARTS)
def test_counterpart_has_the_role_of_the_other(
    text: str, host: str, guest: str, expected: Expected
) -> None:
    assert titles_in(text, [host, guest])[guest] == expected


def test_counterpart_looks_back_to_the_sentence_before() -> None:
    text = (
        "Norway’s Energy Minister Odd Brekkestad spoke first. "
        "His Danish counterpart, Kaj Overby, left."
    )
    found = titles_in(text, ["Odd Brekkestad", "Kaj Overby"])
    assert found["Kaj Overby"] == ("energy minister", "Denmark", "Danish counterpart")


def test_one_apposition_belongs_to_the_name_before_it() -> None:
    text = "Hedi Zarzour, ministre des Transports, Luc Marchadour, ministre de la Pêche, ont signé."
    found = titles_in(text, ["Hedi Zarzour", "Luc Marchadour"])
    assert found["Hedi Zarzour"] == ("transport minister", None, "ministre des Transports")
    assert found["Luc Marchadour"] == ("fisheries minister", None, "ministre de la Pêche")


def test_plural_title_goes_to_both_names() -> None:
    found = titles_in(
        "The two interior ministers, Odd Brekkestad and Kaj Overby, met.",
        ["Odd Brekkestad", "Kaj Overby"],
    )
    assert found["Odd Brekkestad"] == found["Kaj Overby"]
    assert found["Kaj Overby"] == ("interior minister", None, "interior ministers")


def test_plural_title_gives_each_name_its_country() -> None:
    found = titles_in(
        "The foreign ministers of Norway and Denmark, Odd Brekkestad and Kaj Overby, met.",
        ["Odd Brekkestad", "Kaj Overby"],
    )
    words = "foreign ministers of Norway and Denmark"
    assert found["Odd Brekkestad"] == ("foreign minister", "Norway", words)
    assert found["Kaj Overby"] == ("foreign minister", "Denmark", words)


def test_a_title_stays_in_its_sentence() -> None:
    found = titles_in("He met the minister. Kaj Overby left.", ["Kaj Overby"])
    assert found["Kaj Overby"] is None


def test_a_mention_that_begins_within_a_word_takes_no_title_from_it() -> None:
    text = "the ministerKaj spoke"
    mention = Mention(12, 15, "Kaj", Label.PER)
    (found,) = attach_titles(text, (Sentence(0, len(text), BlockKind.BODY, "en"),), (mention,))
    assert found.title is None


@given(st.text(alphabet="the minister of, Kaj (und) de\n.«» وزير", max_size=200), st.data())
def test_any_text_gives_spans_inside_a_sentence(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    mentions = tuple(
        Mention(a, b, text[a:b], Label.PER) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    sentences = tuple(
        Sentence(m.start(), m.end(), BlockKind.BODY, "fr") for m in re.finditer(r"[^\n]+", text)
    )
    found = attach_titles(text, sentences, mentions)
    assert [(m.start, m.end, m.text) for m in found] == [(m.start, m.end, m.text) for m in mentions]
    for mention in found:
        title = mention.title
        if title:
            assert title.start < title.end
            assert any(
                s.start <= title.start and title.end <= s.end and s.start <= mention.start < s.end
                for s in sentences
            )
            assert title.end <= mention.start or title.start >= mention.end
