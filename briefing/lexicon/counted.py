"""What news figures count, by a class that the eight languages share.

Invariant: keys are folded by `folding.fold`; within a language a word has one class, so that
values can be aligned across languages by class alone. The words stand in counted.tsv: an English
class and, column by column, the forms of the eight languages (number, gender, case). Where the
language is not known, the first row that has a word counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources

from briefing.lexicon.folding import fold

_TABLE_FILE = "counted.tsv"
LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "nl", "ar")
"""The columns of the table behind the class."""
_HUMANS = frozenset(
    "activists actors advisers allies applicants apprentices archaeologists artists astronauts "
    "believers bishops boxers candidates chefs children climbers colleagues competitors "
    "councillors couples creditors crew customers cyclists dancers delegates diplomats "
    "directors disabled doctors donors elderly escapees exhibitors experts farmers fathers "
    "fighters firefighters fishermen foreigners founders generals governors graduates guards "
    "guides hackers homeless hunters imams inspectors interpreters investigators investors "
    "journalists judges jurors kings lawmakers lawyers managers mayors members men mercenaries "
    "merchants midwives migrants ministers monks mothers neighbours officials orphans owners "
    "parents passengers patients peacekeepers pedestrians people pilgrims pilots players poets "
    "presidents priests prisoners prosecutors protesters psychologists rebels recruits referees "
    "savers relatives representatives rescuers researchers runners settlers siblings sick singers "
    "skiers smokers smugglers soldiers speakers spectators spies stranded students surgeons "
    "suspects swimmers taxpayers teachers technicians tenants thieves tourists trainers twins "
    "unemployed veterans vets voters widows winners witnesses women workers".split()
) | {"business leaders", "drug users", "police officers", "truck drivers", "young people"}
# What the last part of a compound may be, in the languages that write compounds as one word.
_COMPOUND_HEADS = (
    "trawler trawlern trawlers arbeiter arbeiders "
    "beamte beamten agenten drohnen drones boote booten boten schiffe schiffen "
    "schepen flugzeuge vliegtuigen fahrzeuge wagen kinder kindern kinderen leute angeklagte "
    "angeklagten abgeordnete verdächtige verdächtigen verdachten häuser häusern gebäude gebouwen "
    "huizen woningen wohnungen schulen scholen krankenhäuser ziekenhuizen kabel kabeln kabels "
    "brücken bruggen chefs besucher besuchern bezoekers reisende reizigers teilnehmer teilnehmern "
    "deelnemers zeugen getuigen opfer slachtoffers stellen plaatsen stimmen stemmen sitze zetels "
    "punkte punkten punten züge treinen raketen raketten soldaten polizisten experten mitarbeiter "
    "mitarbeitern medewerkers workers officers fighters boats homes buildings angriffe aanvallen "
    "satelliten satellieten satellites satellite skiërs skifahrer skifahrern "
    "dosen gäste gästen gasten städte dörfer dorpen "
    "fahrzeugen flugzeugen hubschrauber hubschraubern helikopters lastwagen vrachtwagens "
    "einwohner einwohnern bewohner bewohnern inwoners bewoners bürger bürgern personen "
    "lehrer lehrern lehrerinnen leraren schüler schülern schülerinnen leerlingen studenten "
    "mitglieder mitgliedern leden minister ministern ministers richter richtern rechters "
    "anwälte anwälten advocaten ermittler ermittlern rechercheurs kämpfer kämpfern strijders "
    "angreifer angreifern aanvallers fahrer fahrern chauffeurs spieler spielern spelers "
    "gefangene gefangenen gevangenen flüchtlinge flüchtlingen vluchtelingen migranten "
    "patienten patiënten demonstranten kandidaten journalisten aktivisten touristen toeristen "
    "landwirte bauern boeren händler händlern handelaren handelaars jäger jägern forscher "
    "forschern onderzoekers sportler sportlern athleten atleten läufer läufern lopers "
    "betriebe betrieben bedrijven unternehmen firmen fabriken fabrieken kraftwerke kraftwerken "
    "centrales kliniken klinieken bahnhöfe bahnhöfen flughäfen luchthavens häfen straßen wegen "
    "bomben bommen waffen wapens granaten minen mijnen panzer panzern tanks "
    "brände bränden branden unfälle unfällen ongevallen ongelukken diebstähle diebstählen "
    "anlagen module modulen panelen bäume bäumen bomen tiere tieren dieren hunde hunden honden "
    "verträge verträgen contracten gesetze gesetzen wetten anträge anträgen aanvragen "
    "filme filmen films bücher büchern boeken preise preisen prijzen medaillen medailles "
    "titel titeln titels tore toren treffer treffern doelpunten siege siegen niederlagen "
    "spiele spielen wedstrijden gewerkschaften vakbonden organisationen organisaties "
    "fälle fällen gevallen impfungen tests versuche versuchen verletzte verletzten "
    "kirchen kerken moscheen moskeeën museen musea geschäfte geschäften winkels läden filialen "
    "zimmer zimmern kamers betten bedden plätze plätzen karten kaarten scheine scheinen "
    "sprachen talen inseln eilanden gemeinden gemeenten länder ländern landen "
    "konzerte konzerten concerten ausstellungen tentoonstellingen veranstaltungen"
)
_SHORTEST_OPENING = 3
# "Generatoren" and "Sektoren" are no goals.
_LATIN_AGENTS = ("atoren", "ktoren", "itoren", "utoren")
# Nouns of one language that are everyday words of another: they count only where it is known.
_LOCAL = frozenset(
    "alleen alive carte cause celle cigarros curve decken degraus dozen enthalten falle fois "
    "generale jets keer keren mal male malen man masten mots monde orbite parole passe "
    "poco pocos porte postes premier quadro rate rates remis samen scheuren seen semi sources "
    "spiegel staat stand steps stelle tips treated treden times turns vers verse versi volte words"
    " woorden ".split()
)
# What Arabic writes behind a noun: case, the dual and the regular plurals.
_ARABIC_ENDINGS = ("تين", "تان", "ين", "ون", "ان", "ات", "ا", "ي")
_ARABIC_FEMININE = frozenset({"تين", "تان", "ات"})
_ARABIC_ARTICLE = "ال"
_SHORTEST_ARABIC = 3


@lru_cache(maxsize=1)
def _tables() -> Mapping[str | None, Mapping[str, str]]:
    """The classes of words for each language, and for a text of which it is not known."""
    found: dict[str | None, dict[str, str]] = {None: {}, **{name: {} for name in LANGUAGES}}
    text = resources.files(__package__).joinpath(_TABLE_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        name, *columns = line.split("\t")
        for language, words in zip(LANGUAGES, columns, strict=True):
            for word in words.split():
                key = _key(word)
                found[language].setdefault(key, name)
                if key not in _LOCAL:
                    found[None].setdefault(key, name)
    return found


def _key(word: str) -> str:
    """The folded word; Arabic's two last letters y are one, as pages confuse them."""
    return fold(word).replace("ى", "ي")


@lru_cache(maxsize=1)
def _compound_heads() -> tuple[Mapping[str, str], tuple[int, ...]]:
    """Heads with their class, and the lengths that they have, from the longest."""
    tables = _tables()
    known = {**tables["en"], **tables["nl"], **tables["de"]}
    heads = {form: known[form] for form in map(fold, _COMPOUND_HEADS.split()) if form in known}
    return heads, tuple(sorted({len(head) for head in heads}, reverse=True))


@lru_cache(maxsize=32768)
def counted_class(counted: str, language: str | None = None) -> str | None:
    """The shared English class of a counted noun or verb ("navires", "Schiffe" -> "vessels").

    A compound is of its last part's class: "Unterwasserdrohnen" are drones. With a language, only
    its own words count: "case" are cases in English, houses in Italian.
    """
    key = _key(counted)
    tables = _tables()
    known = tables.get(language, tables[None])
    found = known.get(key)
    if found is None and "\u0600" <= key[:1] <= "\u06ff":
        return next((known[form] for form in _arabic_forms(key) if form in known), None)
    return found or _compound_class(key)


def _arabic_forms(key: str) -> Iterator[str]:
    """What an Arabic noun may be a form of: without article, case ending or regular plural."""
    bare = key.removeprefix(_ARABIC_ARTICLE) if len(key) > _SHORTEST_ARABIC + 1 else key
    yield bare
    for ending in _ARABIC_ENDINGS:
        stem = bare.removesuffix(ending)
        if stem != bare and len(stem) >= _SHORTEST_ARABIC:
            if ending in _ARABIC_FEMININE:
                yield f"{stem}ة"
            yield stem


def _compound_class(key: str) -> str | None:
    heads, lengths = _compound_heads()
    return next(
        (
            heads[key[-length:]]
            for length in lengths
            if len(key) >= length + _SHORTEST_OPENING
            and key[-length:] in heads
            and not key.endswith(_LATIN_AGENTS)
        ),
        None,
    )


def is_human(name: str) -> bool:
    """Whether what a class counts can be killed, hurt or arrested."""
    return name in _HUMANS
