"""How old the sources say that somebody is.

Invariant: an age belongs to one named person, or to one kind of person that an article gives one
age ("a girl of six"); articles disagree where they have no age of that person in common, and where
each of two has one age left that the other lacks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from briefing.briefs.material import EntitySpans, Material, Statement
from briefing.lexicon.citing import cite_words
from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.countries import is_demonym
from briefing.lexicon.folding import fold
from briefing.lexicon.numbers import number_words
from briefing.model import Difference, DifferenceValue, Label

_OLDEST = 120
_FARTHEST = 12
_NEAR = 24
_TIED = 4
_NUMBER = r"(?P<n>\d{1,3}|[^\W\d_]{2,20})"
_DIGITS = r"(?P<n>\d{1,3})"
_YEARS = r"(?:years?|ans|años|anni|anos|jaar|Jahre|عاما|سنة)"
_GOES_ON = "und|and|et|y|e|en|with|who|from|avec|qui|con|que|mit|aus|che|com|met|uit|die"
"""What may follow an age behind a noun: "a man of 44 with", "een man van 61 uit"."""
_SURE = (
    rf"(?<!\w){_NUMBER}[- ]years?[- ]olds?\b",
    rf"(?<!\w){_NUMBER}[- ]?(?:j[äa]hrige[rnms]?|Jährige[rnms]?|jarige[ns]?)\b",
    r"(?<!\w)(?P<n>[^\W\d_]{3,20}?)(?:jährige[rnms]?|Jährige[rnms]?|jarige[ns]?)\b",
    (
        rf"\b(?:aged?|[aâ]gée?s? (?:de|d['’])|im Alter von|all['’]età di)\s+{_DIGITS}\b"
        rf"(?:\s+{_YEARS})?"
    ),
    rf"(?<!\w){_DIGITS}\s+(?:Jahre alte?[nrms]?|jaar oud|años de edad|anni di età|anos de idade)\b",
    rf"(?<=, )(?:de|di)\s{_DIGITS}\s{_YEARS}(?=\s*[,.;)])",
    rf"(?:البالغ|البالغة|يبلغ|تبلغ)\s+(?:من العمر\s+)?{_NUMBER}\s+(?:سنوات|سنين|سنة|عاما|أعوام)",
    rf"عمر(?:ه|ها)\s+{_NUMBER}\s+(?:سنوات|سنين|سنة|عاما|أعوام)",
)
_BESIDE_NAME = (
    rf"\s?,\s*(?:(?:de|d['’])\s*)?{_DIGITS}\s+{_YEARS}\b",
    r"\s?,\s*(?:de\s)?(?P<n>\d{2})(?=\s*[,.;](?!\d))",
    rf"\s*\({_DIGITS}(?:\s+{_YEARS})?\)",
)
_OF_NOUN = (
    (
        rf"(?P<noun>[^\W\d_]{{3,20}})\s+(?:of|van|de|di|von|d['’])\s*{_NUMBER}"
        rf"(?=\s*[.,;)](?!\d)|\s+{_YEARS}\b|\s+(?:{_GOES_ON})\b)"
    ),
)
_FINDERS = tuple(re.compile(p, re.IGNORECASE) for p in _SURE)
_AFTER_NAME = tuple(re.compile(p, re.IGNORECASE) for p in _BESIDE_NAME)
_AFTER_NOUN = tuple(re.compile(p, re.IGNORECASE) for p in _OF_NOUN)
_BEHIND_NAME = re.compile(r"[A-ZÀ-Þ]\w+\s[A-ZÀ-Þ]\w+\s?[,(]\s?(?:de |d['’])?$")
"""Right behind a name that nobody has read as one an age is not that of the page's main person."""
_WORDS = re.compile(r"[^\W\d_]+")
_KINDS = {
    "girl": "girl girls fille fillette niña Mädchen bambina ragazza menina meisje فتاة طفلة",
    "boy": "boy garçon niño Junge bambino ragazzo menino jongen فتى طفل",
    "woman": "woman femme mujer Frau donna mulher vrouw امرأة سيدة",
    "man": "man homme hombre Mann uomo homem رجل",
    "baby": "baby bébé bebé neonato Säugling رضيع",
}
_NOUNS = {fold(word): kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Age:
    """An age in one article's report; `whose`: an entity id, a kind of person, or not known."""

    article: str
    start: int
    end: int
    years: int
    whose: str


def find_ages(
    statement: Statement, text: str, spans: EntitySpans, people: Mapping[str, str]
) -> list[Age]:
    """The ages that a sentence itself gives to one of `people`, or to a kind of person."""
    named = [
        (start, end, people[entity])
        for start, end, entity in spans.spans
        if statement.start <= start and end <= statement.end and entity in people
    ]
    found = [*_ages_of_named(statement, text, named), *_ages_of_kinds(statement, text)]
    taken = {(age.start, age.end) for age in found}
    for pattern in _FINDERS:
        for match in pattern.finditer(text, statement.start, statement.end):
            years = _read(match["n"], statement.language)
            start, end = match.span()
            if years is None or any(s < end and start < e for s, e in taken):
                continue
            whose = _whose(text, start, end, named)
            if whose:
                taken.add((start, end))
                found.append(Age(statement.article, start, end, years, whose))
    return sorted(found, key=lambda age: age.start)


def _read(words: str, language: str) -> int | None:
    if words.isdecimal():
        value: float | None = int(words)
    else:
        value = number_words(language).plain.get(fold(words))
    return int(value) if value and 0 < value <= _OLDEST else None


def _ages_of_named(
    statement: Statement, text: str, named: Sequence[tuple[int, int, str]]
) -> Iterator[Age]:
    """Ages behind a name: "Name, 58," and "Name, de 58 años"."""
    for _, stop, entity in named:
        for pattern in _AFTER_NAME:
            match = pattern.match(text, stop, statement.end)
            if match and int(match["n"]) <= _OLDEST:
                yield Age(statement.article, match.start("n"), match.end(), int(match["n"]), entity)
                break


def _ages_of_kinds(statement: Statement, text: str) -> Iterator[Age]:
    """Ages behind a noun: "a girl of six"."""
    for pattern in _AFTER_NOUN:
        for match in pattern.finditer(text, statement.start, statement.end):
            kind = _kind_of(match["noun"])
            years = _read(match["n"], statement.language)
            if kind and years:
                yield Age(statement.article, match.start("n"), match.end(), years, kind)


def _kind_of(word: str) -> str | None:
    """What a noun says that somebody is: a girl, a woman, an employee."""
    found = _NOUNS.get(fold(word))
    name = found or counted_class(word)
    return found or (name if name and is_human(name) else None)


def _whose(text: str, start: int, end: int, named: Sequence[tuple[int, int, str]]) -> str | None:
    """The kind of person right after an age, else the person named beside it, else the only one."""
    words = [fold(w) for w in _WORDS.findall(text[end : end + _NEAR])[:2]]
    words_before = [fold(w) for w in _WORDS.findall(text[max(0, start - _NEAR) : start])[-1:]]
    kind = next((k for w in (*words, *words_before) if (k := _kind_of(w))), None)
    if kind:
        return kind
    if any(counted_class(w) for w in words):
        return None
    after = [e for s, _, e in named if 0 <= s - end <= _NEAR]
    before = [e for _, e_end, e in named if 0 <= start - e_end <= _TIED]
    only = sorted({e for _, _, e in named})
    return next(iter((*before, *after)), only[0] if len(only) == 1 else None)


def take_ages(material: Material, background: frozenset[tuple[str, int]]) -> list[Age]:
    """All ages in the order of article id and place."""
    texts = {d.article.id: d.article.text for d in material.documents}
    people = _find_people(material)
    main = {a: _main_person(spans, people) for a, spans in material.spans.items()}
    found: list[Age] = []
    for statement in material.statements:
        if (statement.article, statement.start) in background:
            continue
        text, spans = texts[statement.article], material.spans[statement.article]
        ages = find_ages(statement, text, spans, people)
        if not ages and (person := main[statement.article]):
            ages = _ages_of(person, statement, text)
        found.extend(ages or _ages_of_nobody(statement, text))
    return found


def _ages_of_nobody(statement: Statement, text: str) -> Iterator[Age]:
    """Ages of which the sentence does not let one know whose they are."""
    for pattern in _FINDERS:
        for match in pattern.finditer(text, statement.start, statement.end):
            if years := _read(match["n"], statement.language):
                yield Age(statement.article, match.start(), match.end(), years, "")


def _find_people(material: Material) -> dict[str, str]:
    """The entity that stands for each person, also where a page takes the name for a place."""
    entities = sorted(material.entities.values(), key=lambda e: e.id)
    people = {fold(e.name): e.id for e in entities if e.kind is Label.PER}
    return {e.id: people[fold(e.name)] for e in entities if fold(e.name) in people}


def _main_person(spans: EntitySpans, people: Mapping[str, str]) -> str | None:
    """The person whom an article names most often, of several the first named."""
    counts = Counter(people[e] for _, _, e in spans.spans if e in people)
    return max(counts, key=lambda e: counts[e], default=None)


def _ages_of(entity: str, statement: Statement, text: str) -> list[Age]:
    """An age without a name near it is that of the article's main person.

    "The 20-year-old had", "Le Danois de 29 ans a".
    """
    for pattern in _FINDERS:
        match = pattern.search(text, statement.start, statement.end)
        years = _read(match["n"], statement.language) if match else None
        if match and years:
            words = [fold(w) for w in _WORDS.findall(text[match.end() : match.end() + _NEAR])[:2]]
            if _BEHIND_NAME.search(text, statement.start, match.start()):
                continue
            if not any(_kind_of(w) or counted_class(w) for w in words):
                return [Age(statement.article, match.start(), match.end(), years, entity)]
    for pattern in _AFTER_NOUN:
        for match in pattern.finditer(text, statement.start, statement.end):
            years = _read(match["n"], statement.language)
            if years and match["noun"][0].isupper() and is_demonym(match["noun"]):
                return [Age(statement.article, match.start("n"), match.end(), years, entity)]
    return []


def compare_ages(material: Material, ages: Sequence[Age]) -> Iterable[Difference]:
    """One difference for each person of whom articles have no age in common, then the others."""
    told = [*_of_one_person(material, ages)]
    cited = {(age.article, age.start) for found in told for age in found}
    for found in (*told, *_left_over(ages, cited, material)):
        known = [age.whose for age in found if age.whose]
        whose = known[0] if known else ""
        yield Difference(_label(whose, material), _to_values(found, material))


def _of_one_person(material: Material, ages: Sequence[Age]) -> Iterator[list[Age]]:
    """The rival ages of each person and kind of person, one for each article."""
    for whose in sorted({age.whose for age in ages if age.whose}):
        per_article: dict[str, list[Age]] = {}
        for age in ages:
            if age.whose == whose:
                per_article.setdefault(age.article, []).append(age)
        told = {a: {age.years for age in given} for a, given in per_article.items()}
        if whose not in material.entities and any(len(years) > 1 for years in told.values()):
            continue
        every = set().union(*told.values())
        # Further apart, a page's "she" is somebody else.
        if max(every) - min(every) > _FARTHEST:
            continue
        if len(every) > 1 and not set.intersection(*told.values()):
            yield [given[0] for _, given in sorted(per_article.items())]


def _left_over(
    ages: Sequence[Age], cited: AbstractSet[tuple[str, int]], material: Material
) -> Iterator[list[Age]]:
    """What remains where all ages that two articles share are set aside: one age in each.

    Whoever "the 24-year-old" is, the other page gives nobody that age, and has one to spare.
    """
    per_article: dict[str, dict[int, Age]] = {}
    for age in ages:
        per_article.setdefault(age.article, {}).setdefault(age.years, age)
    for one, two in combinations(sorted(per_article), 2):
        first, second = (
            [age for years, age in per_article[a].items() if years not in per_article[b]]
            for a, b in ((one, two), (two, one))
        )
        if len(first) == len(second) == 1:
            found = [*first, *second]
            is_told = any((age.article, age.start) in cited for age in found)
            if (
                not is_told
                and not _are_of_two(found, material)
                and abs(first[0].years - second[0].years) <= _FARTHEST
            ):
                yield found


def _are_of_two(found: Sequence[Age], material: Material) -> bool:
    """Whether two ages are of two people, one of whom at least the other's page names too."""
    one, two = found
    named = [{e for *_, e in material.spans[age.article].spans} for age in found]
    are_known = one.whose in material.entities and two.whose in material.entities
    is_shared = one.whose in named[1] or two.whose in named[0]
    return are_known and one.whose != two.whose and is_shared


def _label(whose: str, material: Material) -> str:
    if whose in material.entities:
        return f"age of {material.entities[whose].name}"
    return f"age ({whose})" if whose else "age"


def _to_values(found: Sequence[Age], material: Material) -> tuple[DifferenceValue, ...]:
    texts = {d.article.id: d.article.text for d in material.documents}
    return tuple(
        DifferenceValue(
            cite_words(texts[a.article], a.start, a.end),
            f"{a.years} years",
            a.article,
            a.start,
            a.end,
        )
        for a in sorted(found, key=lambda a: (a.years, a.article))
    )
