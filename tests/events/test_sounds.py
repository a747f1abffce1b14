"""Pages in languages other than the eight meet the others by how names sound, and by countries."""

from __future__ import annotations

from briefing.entities.resolve import resolve_entities
from briefing.events.blocking import candidate_pairs
from briefing.events.corpus import Corpus, lay_out
from briefing.events.grouping import choose_basis, group_events, read_page
from briefing.events.sounds import have_abroad, name_sounds
from briefing.events.wording import read_sentences
from briefing.indexing import index_mentions
from briefing.model import Document
from tests.builders import build_document
from tests.events.test_features import features_of

ENGLISH = build_document(
    "en.txt",
    "Landslide near Tereshkovo\nA landslide near Tereshkovo in Russia, governor Sobolev said.",
    people=["Sobolev"],
    places=["Tereshkovo", "Russia"],
    published="2024-03-04",
)
RUSSIAN = build_document(
    "ru.txt",
    "Оползень под Терешковом\nВ России сошёл оползень, сообщил губернатор Соболев.",
    language="ru",
    people=["Соболев"],
    published="2024-03-05",
)
CHINESE = build_document(
    "zh.txt",
    "俄罗斯发生山体滑坡\n俄罗斯东部发生山体滑坡。",
    language="zh",
    published="2024-03-04",
)
ELSEWHERE = build_document(
    "else.txt",
    "Brass band wins prize\nA brass band from Quell won a prize in Norway.",
    places=["Norway"],
    published="2024-03-04",
)


def sounds_of(document: Document) -> set[str]:
    return set(name_sounds(document, read_sentences(document)))


def corpus_of(documents: list[Document]) -> Corpus:
    entities = resolve_entities(documents)
    entity_of, by_id = index_mentions(entities), {e.id: e for e in entities}
    ordered = sorted(documents, key=lambda d: d.article.id)
    basis = choose_basis(ordered)
    return lay_out(read_page(d, entity_of, by_id, basis) for d in ordered)


def strangers(count: int) -> list[Document]:
    """So many pages that only shared keys put pairs up."""
    return [
        build_document(f"s{n:03}.txt", f"Story{n} alpha{n}\nBeta{n} saw gamma{n} and delta{n}.")
        for n in range(count)
    ]


def test_a_name_has_one_sound_in_both_scripts() -> None:
    assert sounds_of(ENGLISH) & sounds_of(RUSSIAN) >= {"sblf", "trsk"}


def test_unspaced_text_sounds_by_its_towns() -> None:
    page = build_document("x.txt", "会议\n会议在洛杉矶举行。", language="zh")
    assert sounds_of(page) == sounds_of(build_document("y.txt", "Talks\nIn Angeles")) - {"tlks"}


def test_pages_meet_across_scripts_among_many() -> None:
    pairs = {
        (p.left, p.right): p.rules
        for p in candidate_pairs(corpus_of([ENGLISH, RUSSIAN, CHINESE, ELSEWHERE, *strangers(45)]))
    }
    assert set(pairs) == {("en.txt", "ru.txt"), ("en.txt", "zh.txt"), ("ru.txt", "zh.txt")}
    assert "two sounds" in pairs["en.txt", "ru.txt"]
    assert pairs["en.txt", "zh.txt"] == ("country and days",)


def test_a_corpus_in_the_eight_languages_has_no_sounds() -> None:
    assert not have_abroad([ENGLISH, ELSEWHERE])
    corpus = corpus_of([ENGLISH, ELSEWHERE])
    assert not len(corpus.sounds.rows.keys)
    assert not corpus.abroad.any()


def test_people_of_a_language_without_a_tagger_do_not_speak_against() -> None:
    other = build_document(
        "fi.txt",
        "Maanvyöry Venäjällä\nMaanvyöry lähellä Tereshkovoa Venäjällä.",
        language="fi",
        people=["Maanvyöry"],
        published="2024-03-04",
    )
    assert "other_people" not in features_of(ENGLISH, other, [ENGLISH, other])


def test_one_event_is_grouped_over_three_scripts() -> None:
    documents = [ENGLISH, RUSSIAN, ELSEWHERE]
    grouping = group_events(documents, resolve_entities(documents))
    assert {e.articles for e in grouping.events} == {("en.txt", "ru.txt"), ("else.txt",)}
