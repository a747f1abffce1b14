"""Rules of sites."""

from __future__ import annotations

import time

import pytest

from briefing.fetching.robots import FREE, closed, rules_of
from briefing.fetching.transport import Answer

SITE = "https://velm.example"


def test_rules_for_the_program_count_before_those_for_all() -> None:
    found = rules_of(
        Answer(
            200,
            {},
            b"User-agent: *\nDisallow: /\n\nUser-agent: Briefing\nDisallow: /private/\nAllow: /",
        )
    )
    assert found.allows(f"{SITE}/news")
    assert not found.allows(f"{SITE}/private/a")


def test_rules_for_other_programs_do_not_count() -> None:
    found = rules_of(Answer(200, {}, b"User-agent: otherbot\nDisallow: /\n"))
    assert found.allows(f"{SITE}/news")
    assert found.delay == 0


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nRequest-rate: 30/1m\nCrawl-delay: 1", 2.0),
        ("User-agent: *\nCrawl-delay: inf", 0.0),
        ("User-agent: *\nCrawl-delay: -5", 0.0),
        ("User-agent: briefing\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 60", 3.0),
    ],
)
def test_a_site_says_how_long_it_wants_to_be_left(text: str, delay: float) -> None:
    assert rules_of(Answer(200, {}, text.encode())).delay == delay


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_is_free(status: int) -> None:
    assert rules_of(Answer(status)) is FREE
    assert FREE.allows(f"{SITE}/anything")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_had_is_closed(status: int) -> None:
    found = rules_of(Answer(status))
    assert not found.allows(f"{SITE}/")
    assert found.problem == f"robots.txt answered {status}"
    assert closed("no answer").delay == 0


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffUser-agent: *\nDisallow: /no",
        "User-agent: *\r\nDisallow: /no # a remark\r\n",
        "Sitemap: https://velm.example/map\nUser-agent: *\nDisallow: /n*\nAllow: /news",
        "User-agent: *\nDisallow: /no\n" + "\x00\udcff".encode("utf-8", "replace").decode(),
    ],
)
def test_rules_are_read_as_they_are_written_in_the_wild(text: str) -> None:
    found = rules_of(Answer(200, {}, text.encode()))
    assert not found.allows(f"{SITE}/no/such")
    assert found.allows(f"{SITE}/news")


def test_hostile_rules_cost_little() -> None:
    lines = "User-agent: *\n" + "".join(f"Disallow: /{'*a' * 200}{n}$\n" for n in range(1000))
    found = rules_of(Answer(200, {}, lines.encode()))
    started = time.process_time()
    assert found.allows(f"{SITE}/{'a' * 3000}")
    assert time.process_time() - started < 2
