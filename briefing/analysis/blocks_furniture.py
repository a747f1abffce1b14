"""Lines that lead away from the report: teasers, buttons, credits, notices, words to the reader.

Invariant: a line is known by how it opens, by a phrase that no report uses, or by its form (a
player's sign, a numbered list on one line, a question with a way to answer); never by its topic.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.analysis.blocks_lines import Unit
from briefing.lexicon import furniture, notices, teasers
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.folding import fold

_TEASER_WORDS = 45
_OPENED_WORDS = 18
_CREDIT_WORDS = 12
_BUTTON_WORDS = 6
_RUNNING = "+++"
_TICKER_PARTS, _TICKER_REACH = 3, 300
_CALL_WORDS = 14
_LIST_WORDS = 60
_LIST_LABEL_WORDS = 4
_ROLE_WORDS = 7
_PLACE_WORDS = 3
_LABEL_REACH = 60

_LABEL = re.compile(r"([^\s:|–—-]+(?:[ -][^\s:|–—-]+){0,3}?)\s*(?:[:|]|\s[–—-])\s*(?=\S)")
_ASIDE = re.compile(r"\([^()]{1,30}\)|\d[\d./-]*")
_BOX = re.compile(r"\[([^\[\]]{3,160})\]")
_PRICE = re.compile(
    r"[$€£¥]\s?\d|\d\s?[$€£¥]|\d\s?(?:euros?|eur|usd|dollars?|francs?|pesos?|reais|dirhams?|chf|cents?|ct)\b"
    r"|\b(?:eur|usd|chf|r)\s?\$?\d",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_COPYRIGHT = re.compile(r"©|\(c\)\s?\d{4}|\bcopyright\b", re.IGNORECASE)
_PLAYER = re.compile("[▶►⏵⏯▷🔴🎧🔊📺]")
_NUMBERED = re.compile(r"\s*1[.)]?\s+\S[^\n]{0,200}?\s2[.)]?\s+\S")
_TICKER = re.compile(r"\s*[▸►▶▪■◆●•‣»›|]\s*")
_TITLES = re.compile(r"\s+[|·•]\s+")
_ASKED = re.compile(r"[?؟]\s+")
_DASHED = re.compile(r"\s+[–—-]\s+|\s*\|\s*")
_QUOTED = re.compile("[«»“”„]")
_MAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,64}\.[a-z]{2}")
_ROLE = re.compile(r"([^\W\d_]+)\s*(?:[:–—]|\s-)\s*(?=\S)")

_TEASER_OPENINGS = tuple(f"{phrase} " for phrase in teasers.TEASER_OPENERS)
_CREDIT_OPENINGS = tuple(f"{phrase} " for phrase in furniture.CREDIT_LABELS if " " in phrase)
_LABELS = frozenset(furniture.TAG_LABELS + notices.NOTICE_LABELS)
_HANDS = tuple(
    f"{fold(phrase)} "
    for phrase in ("reporting by", "additional reporting by", "editing by", "edited by")
)
"""What agencies open the line with that says through whose hands a report went."""
_PHRASES: dict[str, list[str]] = {}  # by their first word
for _phrase in furniture.FURNITURE_PHRASES + notices.PAYWALL_PHRASES:
    _PHRASES.setdefault(_phrase.split(" ", 1)[0], []).append(f" {_phrase} ")


def is_teaser(unit: Unit) -> bool:
    """What leads to another page: "Read also", "Most viewed: 1. … 2. …"."""
    if is_list_on_a_line(unit) or _is_labelled_bar(unit):
        return True
    if unit.words > _TEASER_WORDS:
        return False
    folded = fold(unit.text)
    if not f"{folded} ".startswith(_TEASER_OPENINGS):
        return False
    label = _LABEL.match(unit.text)
    is_label = label is not None and fold(label.group(1)) in teasers.TEASER_OPENERS
    return is_label or not unit.ends_in_full_stop


def _is_labelled_bar(unit: Unit) -> bool:
    """A label and, behind its colon, other pages' titles between bars."""
    label, colon, rest = unit.text.partition(": ")
    if not colon or unit.words > _TEASER_WORDS or len(label.split()) > _LIST_LABEL_WORDS:
        return False
    parts = [part for part in _TITLES.split(rest) if part.strip()]
    return len(parts) > 1 and all(len(part.split()) >= _PLACE_WORDS for part in parts)


def is_list_on_a_line(unit: Unit) -> bool:
    """A short label and a numbered list behind its colon, as boxes of popular pages are saved."""
    label, colon, rest = unit.text.partition(":")
    is_label = bool(colon) and len(label.split()) <= _LIST_LABEL_WORDS
    if not is_label or unit.words > _LIST_WORDS or unit.ends_in_full_stop:
        return False
    return bool(_NUMBERED.match(rest))


def is_labelled(unit: Unit, *, is_prose: Callable[[Unit], bool]) -> bool:
    """A word such as "watch" and a colon, then what may be a headline of its own."""
    match = _LABEL.match(unit.text)
    if not match or unit.words > _TEASER_WORDS or is_prose(unit):
        return False
    return fold(match.group(1)) in teasers.LABEL_OPENERS


def is_furniture(unit: Unit, *, is_prose: Callable[[Unit], bool]) -> bool:
    """Buttons, tags, rights, subscriptions, cookies, and calls to write or sign up."""
    text = unit.text
    folded = fold(text)
    if _COPYRIGHT.search(text) or has_legal_phrase(folded) or _is_share_bar(text):
        return True
    label, colon, _ = text[:_LABEL_REACH].partition(":")
    if colon and _bare_label(label) in _LABELS:
        return True
    if is_boxed(unit) or is_appeal(unit, folded) or is_mark_inside(unit, folded):
        return True
    if asks_for_cookies(unit) or is_player_button(unit) or calls_its_reader(unit):
        return True
    if is_ticker(unit):
        return True
    is_opened = folded.startswith(furniture.FURNITURE_OPENERS + notices.RELEASE_TAILS)
    return is_opened and unit.words <= _OPENED_WORDS and not is_prose(unit)


def _bare_label(label: str) -> str:
    """A label, folded, without the day that stands in brackets behind it."""
    return fold(_ASIDE.sub(" ", label))


def is_boxed(unit: Unit) -> bool:
    """A line in square brackets, or one that opens with a label in them: "[Box] …"."""
    match = _BOX.match(unit.text) if unit.words <= _CALL_WORDS + _BUTTON_WORDS else None
    if match is None:
        return False
    is_whole = match.end() == len(unit.text)
    is_label = len(match[1].split()) <= _PLACE_WORDS and not unit.ends_in_full_stop
    return len(match[1].split()) >= _PLACE_WORDS if is_whole else is_label


def is_appeal(unit: Unit, folded: str) -> bool:
    """Whether it asks for support or offers a subscription at its price."""
    if unit.words > _OPENED_WORDS or _QUOTED.search(unit.text):
        return False
    padded = f" {folded} "
    if any(f" {phrase} " in padded for phrase in notices.APPEAL_PHRASES):
        return True
    is_price = bool(_PRICE.search(unit.text)) and not unit.ends_in_full_stop
    return is_price and any(f" {phrase} " in padded for phrase in notices.PRICE_PERIODS)


def is_mark_inside(unit: Unit, folded: str) -> bool:
    """What is put between two paragraphs: a mark over an advertisement, a button, an embed."""
    words = folded.split()
    if unit.words <= _PLACE_WORDS and words and all(w in furniture.SHARE_WORDS for w in words):
        return len(words) > 1 or len(words[0]) > 1
    if unit.words > _CREDIT_WORDS:
        return False
    if any(f"{folded} ".startswith(f"{phrase} ") for phrase in notices.EMBED_PHRASES):
        return True
    if any(f"{folded} ".startswith(f"{phrase} ") for phrase in notices.CONTINUES_PHRASES):
        return not unit.ends_in_full_stop or unit.words <= _BUTTON_WORDS
    is_mark = any(word in furniture.ADVERTISING_WORDS for word in words)
    return is_mark and unit.words <= _PLACE_WORDS


def asks_for_cookies(unit: Unit) -> bool:
    """A banner over a page: it speaks of cookies for itself, or asks to accept them."""
    if unit.words > _LIST_WORDS or "ookie" not in unit.text or _QUOTED.search(unit.text):
        return False
    words = set(fold(unit.text).split())
    is_told = not words.isdisjoint({"cookie", "cookies"})
    return is_told and not words.isdisjoint(notices.CONSENT_WORDS | furniture.ADDRESS_WORDS)


def is_player_button(unit: Unit) -> bool:
    """A player's sign and the few words on its button: "▶ Listen live"."""
    if unit.words > _BUTTON_WORDS or not _PLAYER.search(unit.text):
        return False
    words = [fold(word) for word in _TOKEN.findall(unit.text)]
    return len(words) <= 1 or any(word in furniture.PLAYER_WORDS for word in words)


def calls_its_reader(unit: Unit) -> bool:
    """A question and, behind it, where to answer: "Spotted a mistake? Mail the newsroom"."""
    parts = _ASKED.split(unit.text, maxsplit=1) if unit.words <= 2 * _CALL_WORDS else []
    if len(parts) != 2 or not 0 < len(parts[1].split()) <= _CALL_WORDS:  # noqa: PLR2004 a question and a call
        return False
    if _QUOTED.search(unit.text):
        return False
    call = fold(parts[1])
    # An interview asks too: without a way to answer, its questions and replies are sentences.
    has_channel = "@" in parts[1] or any(word in furniture.SHARE_WORDS for word in call.split())
    is_error = any(word in furniture.ERROR_WORDS for word in fold(parts[0]).split())
    is_call = call.startswith(furniture.CALL_OPENERS + furniture.FURNITURE_OPENERS)
    return is_call and (has_channel or is_error or not unit.ends_in_full_stop)


def is_ticker(unit: Unit) -> bool:
    """Headlines of other pages that run past one another: "Latest ▸ … ▸ …"."""
    if unit.text.startswith(_RUNNING) and unit.text.count(_RUNNING) > 1:
        return True
    parts = [part for part in _TICKER.split(unit.text[:_TICKER_REACH]) if part.strip()]
    return len(parts) >= _TICKER_PARTS and fold(parts[0]) in teasers.TICKER_LABELS


def is_advertising_mark(unit: Unit) -> bool:
    """The word over an advertisement, which pages put between any two paragraphs."""
    words = fold(unit.text[:80]).split() if unit.words <= _BUTTON_WORDS else []
    return any(word in furniture.ADVERTISING_WORDS for word in words)


def opens_as_furniture(unit: Unit) -> bool:
    """Whether it opens as furniture does, even where it goes on in whole sentences."""
    return fold(unit.text[:80]).startswith(furniture.FURNITURE_OPENERS)


def has_mail_address(unit: Unit) -> bool:
    """Whether it holds an electronic address."""
    return "@" in unit.text and bool(_MAIL.search(unit.text))


def has_legal_phrase(folded: str) -> bool:
    """Whether folded text holds a phrase of rights, cookies or subscription."""
    openers = _PHRASES.keys() & folded.split(" ")
    padded = f" {folded} "
    return any(phrase in padded for opener in openers for phrase in _PHRASES[opener])


def _is_share_bar(text: str) -> bool:
    words = [fold(word) for word in _TOKEN.findall(text)]
    buttons = sum(word in furniture.SHARE_WORDS for word in words)
    return buttons >= 2 and buttons * 2 >= len(words)  # noqa: PLR2004 a bar has two buttons


def is_credit(unit: Unit, *, is_prose: Callable[[Unit], bool]) -> bool:
    """Whose words or hands a page is: "Source: …", "With information from …", "Editing – …"."""
    folded = fold(unit.text[:300])
    if unit.words <= _CALL_WORDS and (f"{folded} ".startswith(_HANDS) or _signs_in_brackets(unit)):
        return True
    if unit.words > _CREDIT_WORDS or is_prose(unit):
        return False
    label, colon, _ = unit.text.partition(":")
    if colon and fold(label) in furniture.CREDIT_LABELS:
        return True
    is_opened = f"{folded} ".startswith(_CREDIT_OPENINGS)
    return is_opened or _is_role(unit) or is_place_and_agency(unit)


def _signs_in_brackets(unit: Unit) -> bool:
    """A line in brackets that says through whose hands a report went."""
    if not (unit.text.startswith("(") and unit.text.rstrip(".").endswith(")")):
        return False
    return not furniture.ROLE_LABELS.isdisjoint(fold(unit.text).split())


def is_place_and_agency(unit: Unit) -> bool:
    """A town and the agency that wrote from there, in either order: "Town - Agency"."""
    parts = _DASHED.split(unit.text) if unit.words <= _ROLE_WORDS else []
    if len(parts) != 2:  # noqa: PLR2004 a place and an agency
        return False
    named = [agency_named(part.strip(" .()")) is not None for part in parts]
    place = parts[named.index(False)] if any(named) and not all(named) else ""
    words = place.split()
    return 0 < len(words) <= _PLACE_WORDS and not any(word[0].islower() for word in words)


def _is_role(unit: Unit) -> bool:
    """An editor's task and names behind a dash or colon."""
    match = _ROLE.match(unit.text)
    if not match or fold(match.group(1)) not in furniture.ROLE_LABELS or unit.words > _ROLE_WORDS:
        return False
    names = _TOKEN.findall(unit.text[match.end() :])
    return bool(names) and all(name[0].isupper() or len(name) <= 3 for name in names)  # noqa: PLR2004 particles
