"""Role nouns of the news in eight languages, and the English role that they mean.

Invariant: everything works on folded words, one token each, Arabic ones without their article; a
phrase means the longest entry of the table that it starts with. Which words a role takes beside
it (portfolios) is told by the table too, so that "ministre de l'Intérieur", "Innenministerin" and
"وزير الداخلية" are one role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import COMPANY_COMPOUNDS

COUNTERPART = "counterpart"
"""The role of a person who holds the same office elsewhere: it equals another person's role."""

_TAKES_PORTFOLIO = frozenset({"minister", "deputy minister", "state secretary", "commissioner"})
_MEMBER_OF_GOVERNMENT = "secretary"
_GERMAN = 3
_COMPOUNDING = (_GERMAN, 6)
"""The columns of German and Dutch, which write compounds as one word."""
_ARABIC_ARTICLE = re.compile(r"^[وفبك]?ال(?=\w{2})|^[وف]?لل(?=\w{3})")
_BRACES = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMPOUND_PREFIXES = ("bundes", "landes", "reichs", "vize", "chef", "ex", "staats")
_LONGEST = 12
_SHORTEST_COMPOUND = 7
_SHORTEST_COMPOUND_HEAD = 4
_ARABIC_PARTICLES = frozenset("ولبف")


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A role noun found in a run of tokens: `length` tokens, the role, what a compound adds."""

    length: int
    role: str
    portfolio: str | None = None
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """`openings` are the first words of the heads: most words of a page open none."""

    heads: dict[str, tuple[str, bool]]
    openings: frozenset[str]
    portfolios: dict[str, str]
    german_heads: dict[str, str]
    german_lengths: tuple[int, ...]
    german_prefixes: dict[str, str]


def role_token(word: str) -> str:
    """The form under which a word is looked up here: folded, without the Arabic article."""
    key = fold(word)
    return key if key.isascii() else _ARABIC_ARTICLE.sub("", key)


def role_tokens(words: str) -> list[str]:
    """The tokens of a phrase, each as `role_token` gives it."""
    return [role_token(token) for token in fold(words).split()]


def _expand(cell: str) -> Iterator[tuple[str, bool]]:
    """Forms of a cell with whether each was made by adding a plural -s."""
    for written in re.split(r",(?![^{]*\})", cell):
        bare = written.strip().removeprefix("=")
        if bare in {"", "-"}:
            continue
        is_invariable = written.strip().startswith("=")
        forms = [""]
        rest = bare
        while match := _BRACES.match(rest):
            forms = [f + match[1] + e.strip() for f in forms for e in match[2].split(",")]
            rest = rest[match.end() :]
        folded = [" ".join(role_tokens(f + rest)) for f in forms]
        for form in folded:
            yield form, form.endswith("s") and form[:-1] in folded
            if not is_invariable and form.isascii() and form[-1] not in "sxz":
                yield form + "s", True


def _rows() -> Iterator[tuple[str, list[str]]]:
    section = ""
    text = resources.files("briefing.lexicon").joinpath("roles.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, [cell.strip() for cell in line.split("|")]


@cache
def _lexicon() -> _Lexicon:
    heads: dict[str, tuple[str, bool]] = {}
    portfolios: dict[str, str] = {}
    german_heads: dict[str, str] = {}
    german_prefixes: dict[str, str] = {}
    for section, (english, *cells) in _rows():
        for column, cell in enumerate(cells):
            for form, is_plural in _expand(cell):
                if section == "portfolios":
                    portfolios.setdefault(form, english)
                    if column == _GERMAN:
                        german_prefixes.setdefault(form, english)
                    continue
                heads.setdefault(form, (english, is_plural))
                is_long = len(form) > _SHORTEST_COMPOUND_HEAD or form == "chef"
                if column in _COMPOUNDING and " " not in form and is_long:
                    german_heads.setdefault(form, english)
    lengths = tuple(sorted({len(form) for form in german_heads}, reverse=True))
    openings = frozenset(form.partition(" ")[0] for form in heads)
    return _Lexicon(heads, openings, portfolios, german_heads, lengths, german_prefixes)


@lru_cache(maxsize=8192)
def _compound(token: str) -> HeadNoun | None:
    """A German or Dutch compound ("bundesinnenminister"): a head noun at the end of a word."""
    lexicon = _lexicon()
    for length in lexicon.german_lengths:
        role = lexicon.german_heads.get(token[-length:]) if len(token) > length else None
        if role is not None:
            prefix = token[:-length]
            for marker in _COMPOUND_PREFIXES:
                prefix = prefix.removeprefix(marker)
            return HeadNoun(1, role, lexicon.german_prefixes.get(prefix))
    return None


def head_at(tokens: Sequence[str], at: int) -> HeadNoun | None:
    """The longest role noun that starts at a token; tokens as `role_token` gives them."""
    lexicon, token = _lexicon(), tokens[at]
    longest = min(5, len(tokens) - at) if token in lexicon.openings else 0
    for length in range(longest, 0, -1):
        found = lexicon.heads.get(" ".join(tokens[at : at + length]))
        if found:
            return HeadNoun(length, found[0], None, found[1])
    if token[:1] in _ARABIC_PARTICLES and token[1:] in lexicon.heads:
        return HeadNoun(1, lexicon.heads[token[1:]][0])
    return _compound(token) if len(token) >= _SHORTEST_COMPOUND and token.isascii() else None


def portfolio_at(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The longest portfolio that starts at a token, with its length in tokens."""
    lexicon = _lexicon()
    for length in range(min(5, len(tokens) - at), 0, -1):
        found = lexicon.portfolios.get(" ".join(tokens[at : at + length]))
        if found:
            return found, length
    return None


def compose_role(head: str, portfolio: str | None) -> str:
    """The English role of a head noun with its portfolio: "interior minister"."""
    if portfolio is None:
        return head
    if head == _MEMBER_OF_GOVERNMENT:
        return f"{portfolio} minister"
    if head == "commissioner" and portfolio == "interior":
        return "home affairs commissioner"
    return f"{portfolio} {head}" if head in _TAKES_PORTFOLIO else head


def find_portfolio(tokens: Sequence[str], before: int, after: int) -> str | None:
    """The portfolio beside a head noun at `[before, after)`: behind it, or just before it."""
    for at in range(after, min(len(tokens), after + _LONGEST)):
        found = portfolio_at(tokens, at)
        if found:
            return found[0]
    return _portfolio_before(tokens, before)


def _portfolio_before(tokens: Sequence[str], before: int) -> str | None:
    """The first of the portfolios that end at a token ("environment and energy")."""
    for at in range(max(0, before - 4), before):
        found = portfolio_at(tokens, at)
        if found and at + found[1] == before:
            joined = at > 1 and tokens[at - 1] in {"and", "und", "en"}
            return (_portfolio_before(tokens, at - 1) if joined else None) or found[0]
    return None


@lru_cache(maxsize=4096)
def role_named(words: str) -> str | None:
    """The English role that a phrase names ("ministre de l'Intérieur" -> "interior minister")."""
    tokens = role_tokens(words[:200])
    for at in range(len(tokens)):
        head = head_at(tokens, at)
        if head:
            portfolio = head.portfolio or find_portfolio(tokens, at, at + head.length)
            return compose_role(head.role, portfolio)
    return None


WITNESSES = frozenset(
    fold(word)
    for word in (
        "police officers officials authorities prosecutors firefighters rescuers coastguard "
        "investigators hospital witnesses sheriff army military "
        "gendarmerie gendarmes pompiers parquet autorités préfecture procureur secours armée "
        "policía autoridades fiscalía bomberos ejército polizei feuerwehr staatsanwaltschaft "
        "behörden polizia carabinieri questura procura pompieri autorità bombeiros polícia "
        "ministério autoridades politie brandweer justitie autoriteiten "
        "الشرطة السلطات الدفاع المدني الجيش النيابة"
    ).split()
)
"""Who tells the press of what they did not do: the day on which they speak is not the act's."""

_COMPANY_KINDS = frozenset(
    fold(word)
    for word in (
        "company firm group giant conglomerate maker producer miner operator supplier lender "
        "carrier utility manufacturer chain refiner consortium developer "
        "groupe fabricant producteur géant fournisseur transporteur banque consortium "
        "grupo fabricante productora productor gigante proveedor banco consorcio empresa minera "
        "konzern hersteller betreiber anbieter zulieferer bank gruppe konkurrent konkurrenten "
        "gruppo produttore colosso fornitore gestore banca consorzio azienda "
        "grupo produtora fabricante gigante banco consórcio mineradora "
        "groep concern fabrikant maker bank producent "
        "مجموعة شركة بنك مصرف"
    ).split()
)
_PARTS_OF_FIRMS = frozenset(
    fold(word)
    for word in (
        "shares share stake capital takeover acquisition boss ceo shareholders workers staff "
        "actions action capital actionnaires rachat salariés acciones acción accionistas compra "
        "plantilla aktien aktie aktionäre übernahme vorstand belegschaft azioni titolo azionisti "
        "dipendenti ações acionistas aquisição aandelen aandeel aandeelhouders overname أسهم"
    ).split()
)
SHARES = frozenset(
    "shares stock stocks aktie aktien acciones azioni acoes aandeel aandelen اسهم سهم السهم".split()
)
"""Folded words for shares, which are traded where exchanges are."""
_LINKS = frozenset("of in de du d di del della do da von der van des in bei".split())


def is_before_firm(before: Sequence[str]) -> bool:
    """Whether folded words, the nearest last, stand before firms alone: "shares in", "the miner".

    German and Dutch write the kind of a firm as the end of a compound.
    """
    last = before[-1] if before else ""
    if last in _LINKS:
        return any(word in _PARTS_OF_FIRMS for word in before[-3:-1])
    near = before[-2:]
    is_kind = any(word in _COMPANY_KINDS for word in near)
    return is_kind or last.endswith(COMPANY_COMPOUNDS)
