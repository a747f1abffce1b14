"""The people of one page, each in one chain, on made-up pages."""

from __future__ import annotations

from dataclasses import replace

from briefing.entities.chains import Chain, chain_people
from briefing.entities.pages import read_pages
from briefing.model import BlockKind, Title
from tests.builders import build_document
from tests.entities.pages import title, without_nested

ASIDE = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CLUTTER)


def chains(
    text: str,
    *people: str,
    titles: dict[str, Title] | None = None,
    kinds: tuple[BlockKind, ...] = (),
) -> dict[str, list[str]]:
    """What each person of a page is called, by the fullest name."""
    document = build_document("a.txt", text, people=people, titles=titles, kinds=kinds)
    (page,) = read_pages([without_nested(document)])
    found: dict[str, list[str]] = {}
    for chain in chain_people(page, {}):
        found.setdefault(" ".join(chain.parts), []).extend(
            text[c.start : c.end] for c in chain.mentions
        )
    return found


def test_a_surname_is_the_person_whom_the_page_introduces() -> None:
    found = chains(
        "News\nAda Quillby met Ivo Tamm. Quillby left.", "Ada Quillby", "Ivo Tamm", "Quillby"
    )
    assert found == {"ada quillby": ["Ada Quillby", "Quillby"], "ivo tamm": ["Ivo Tamm"]}


def test_of_two_bearers_of_a_surname_the_last_named_is_meant() -> None:
    text = "News\nAda Quillby rose. Quillby spoke. Then Rolf Quillby came. Quillby sang."
    found = chains(text, "Ada Quillby", "Rolf Quillby", "Quillby")
    assert found == {
        "ada quillby": ["Ada Quillby", "Quillby"],
        "rolf quillby": ["Rolf Quillby", "Quillby"],
    }


def test_a_title_tells_which_bearer_of_a_surname_is_meant() -> None:
    text = "News\nMinister Ada Quillby met Rolf Quillby. The minister Morse left."
    surname = text.replace("Morse", "Quillby")
    document = build_document(
        "a.txt",
        surname,
        people=["Ada Quillby", "Rolf Quillby", "Quillby"],
        titles={
            "Ada Quillby": title(surname, "Minister", "minister"),
            "Quillby": title(surname, "minister", "minister"),
        },
    )
    (page,) = read_pages([without_nested(document)])
    found = {" ".join(c.parts): len(c.mentions) for c in chain_people(page, {})}
    assert found == {"ada quillby": 2, "rolf quillby": 1}


def test_a_near_alike_surname_is_left_to_whom_it_belongs() -> None:
    text = "News\nSory Kanuté shot. Coach Bako Konaté watched. Konaté smiled."
    found = chains(text, "Sory Kanuté", "Bako Konaté", "Konaté")
    assert found["bako konate"] == ["Bako Konaté", "Konaté"]
    alone = chains("News\nSory Kanouté shot. “Good,” said Konaté.", "Sory Kanouté", "Konaté")
    assert alone == {"sory kanoute": ["Sory Kanouté"], "konate": ["Konaté"]}


def test_a_given_name_is_the_one_person_introduced_by_it() -> None:
    text = "News\nAda Quillby and Rolf Quillby left. Ada laughed."
    assert chains(text, "Ada Quillby", "Rolf Quillby", "Ada")["ada quillby"] == [
        "Ada Quillby",
        "Ada",
    ]
    twice = "News\nAda Quillby and Ada Morse left. Ada laughed."
    assert chains(twice, "Ada Quillby", "Ada Morse", "Ada")["ada"] == ["Ada"]


def test_a_teaser_on_a_namesake_is_another_person() -> None:
    text = "Judge jails Ada Quillby\nThe court sentenced Ada Quillby.\nSport: referee Ada Quillby"
    document = build_document("a.txt", text, people=["Ada Quillby"], kinds=ASIDE)
    start = text.index("referee")
    titled = tuple(
        m if m.start < start else replace(m, title=Title(start, start + len("referee"), "referee"))
        for m in document.mentions
    )
    (page,) = read_pages([replace(document, mentions=titled)])
    found = chain_people(page, {})
    assert [len(c.mentions) for c in found] == [2, 1]
    assert [c.walk for c in found] == ["court", "sport"]


def test_a_caption_is_of_the_page_own_person() -> None:
    text = "Win\nAda Quillby won.\nQuillby with the cup"
    found = chains(text, "Ada Quillby", "Quillby", kinds=ASIDE)
    assert found == {"ada quillby": ["Ada Quillby", "Quillby"]}


def test_company_is_who_stands_on_the_same_line_of_a_teaser() -> None:
    text = "Talks\nAda Quillby met Ivo Tamm.\nRead also: Rolf Morse"
    document = build_document(
        "a.txt", text, people=["Ada Quillby", "Ivo Tamm", "Rolf Morse"], kinds=ASIDE
    )
    (page,) = read_pages([document])
    by_name: dict[str, Chain] = {c.parts[-1]: c for c in chain_people(page, {})}
    assert by_name["morse"].company == frozenset()
    assert len(by_name["tamm"].company) == 1


def test_the_walk_of_life_is_read_off_headline_and_lead() -> None:
    for text, walk in (
        ("Cup final won\nAda Quillby scored a goal in the match.", "sport"),
        ("Court jails clerk\nThe tribunal convicted Ada Quillby.", "court"),
        ("Harbour opens\nAda Quillby cut the ribbon.", None),
    ):
        (page,) = read_pages([build_document("a.txt", text, people=["Ada Quillby"])])
        (chain,) = chain_people(page, {})
        assert (chain.walk, chain.is_told) == (walk, False)
