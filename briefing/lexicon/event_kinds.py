"""Words that tell what kind of event a page reports, in the eight languages.

Invariant: a kind is known by the folded stems of nouns and verbs that name the act itself; a word
tells a kind if it begins with one of the stems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from briefing.lexicon.folding import fold

_STEMS = {
    "meeting": (
        "meeting meet met meets talks counterpart"
        " reunion rencontre entretien entretenu homologue pourparlers"
        " encuentro reunio reunieron entrevist homolog"
        " treffen traf gesprach amtskolleg unterred"
        " incontr riunion omolog colloqui"
        " encontro reuniao reuniu"
        " ontmoeting overleg ambtgenoot"
        " اجتماع لقاء مباحثات محادثات التقى نظيره نظيرته"
    ),
    "summit": (
        "summit conference forum cumbre conferencia foro sommet conference gipfel konferenz"
        " vertice conferenza cimeira congress مؤتمر قمة منتدى"
    ),
    "agreement": (
        "agreement pact accord treaty signed signing declaration memorandum protocol deal"
        " signature signe signent paraph convention traite protocole"
        " acuerdo acordaron firma firmaron pacto pactan convenio tratado protocolo"
        " abkommen vereinbar unterzeichn vertrag vertrage"
        " accordo firmato firmano intesa trattato"
        " acordo assinar assinatura tratado"
        " akkoord overeenkomst verdrag ondertekend"
        " اتفاق اتفاقية توقيع وقع مذكرة بروتوكول معاهدة"
    ),
    "visit": (
        "visit visite visita besuch bezoek visiting deplacement viaje reise زيارة"
    ),
    "attack": (
        "attack bombing bomb explosion shooting stabbing gunmen airstrike missile shelling raid"
        " attentat attaque fusillade frappe"
        " ataque atentado tiroteo bombardeo"
        " anschlag angriff attacke schusse"
        " attentato attacco sparatoria"
        " ataque atentado tiroteio"
        " aanslag aanval schietpartij"
        " هجوم تفجير قصف غارة اعتداء"
    ),
    "accident": (
        "derail crash collision accident wreck capsiz sank sinking"
        " deraillement accident collision naufrage crash"
        " accidente choque descarril naufragio"
        " unfall ungluck zusammensto entgleis"
        " incidente schianto deragliament naufragio"
        " acidente descarrilamento colisao naufragio"
        " ongeluk botsing ontspoor"
        " حادث تصادم انقلاب غرق تحطم"
    ),
    "disaster": (
        "earthquake quake flood hurricane typhoon cyclone tornado wildfire eruption tsunami"
        " landslide storm"
        " seisme inondation ouragan incendie crue tempete"
        " terremoto sismo inundacion huracan incendio riada temporal"
        " erdbeben hochwasser flut uberschwemm waldbrand sturm"
        " terremoto alluvione incendio uragano"
        " terramoto enchente inundacao incendio furacao"
        " aardbeving overstroming orkaan brandweer bosbrand natuurbrand woningbrand"
        " زلزال فيضان اعصار حريق عاصفة سيول"
    ),
    "verdict": (
        "verdict sentenced convicted acquitted ruling court jailed trial guilty jury"
        " tribunal condamn jugement proces acquitt verdict"
        " condena sentencia tribunal juicio absuel juzgado"
        " gericht urteil verurteil prozess freigesproch"
        " condannat sentenza processo assolt"
        " condenad sentenca julgamento absolv"
        " rechtbank vonnis veroordeeld rechter"
        " محكمة حكم ادانة محاكمة قضت"
    ),
    "arrest": (
        "arrest detained custody arrestation interpell arrete detenid detencion detien"
        " festnahme festgenomm"
        " verhaft arrestat arresto detido detencao aangehouden opgepakt اعتقال توقيف اوقف"
    ),
    "election": (
        "election elected ballot vote voters poll referendum"
        " election elu scrutin vote referendum presidentielle legislatives"
        " eleccion elegid comicios votacion"
        " wahl gewahlt abstimmung"
        " elezion eletto votazione"
        " eleicao eleicoes eleito votacao"
        " verkiezing gekozen stemming"
        " انتخاب اقتراع تصويت استفتاء"
    ),
    "match": (
        "match final semifinal cup goal scored beat win championship league tournament title coach"
        " finale coupe but match championnat battu titre"
        " partido gol copa liga campeon"
        " spiel tor pokal liga meister sieg finale"
        " partita gol coppa campionato finale"
        " jogo golo taca campeonato"
        " wedstrijd doelpunt beker kampioen"
        " مباراة هدف كاس بطولة نهائي"
    ),
    "merger": (
        "merger merge acquisition acquire takeover buyout buys buying bought"
        " fusion fusionn rachat rachete acquiert adquisicion adquier"
        " ubernahm ubernimmt fusionier kauft kaufpreis fusione acquisizione acquista"
        " fusao aquisicao adquir fusie overname koopt اندماج استحواذ استحوذ"
    ),
    "protest": (
        "protest demonstrat rally rallied riot strike strikers walkout picket marched marchers"
        " manifestation manifestant greve emeute"
        " manifestacion manifestaron manifestan protesta huelga paro"
        " demonstration demonstrier kundgebung streik proteste"
        " manifestazione sciopero corteo protesto manifestacao manifestam greve"
        " betoging betogers demonstre staking احتجاج مظاهرة تظاهر اضراب"
    ),
    "appointment": (
        "appoint named nomm nomination nombrad ernannt nominat nomead benoemd تعيين"
    ),
    "resignation": (
        "resign demission dimision dimite rucktritt dimission demissao ontslag استقالة استقال"
    ),
    "death": (
        "died dies death obituary mort deces decede muere fallec murio gestorben tod morto morte"
        " morreu faleceu overleden وفاة توفي"
    ),
    "launch": (
        "launch unveil release opens inaugur lanc lancement devoil lanzamiento lanzad presenta"
        " vorgestellt start gestartet lancio lanciat presentat lancamento lancad onthul gelanceerd"
        " اطلاق اطلق تدشين افتتاح"
    ),
}  # fmt: skip

KINDS = tuple(_STEMS)
"""All kinds, in the order in which they win a tie."""

ENCOUNTERS = frozenset({"meeting", "summit", "visit", "agreement"})
"""Kinds of which who met whom is the substance."""

_FAMILIES = (
    ENCOUNTERS | {"merger", "launch"},
    frozenset({"attack", "accident", "disaster", "death", "arrest", "verdict"}),
    frozenset({"protest"}),
    frozenset({"election", "appointment", "resignation"}),
    frozenset({"match"}),
)
_FAMILY = {kind: number for number, family in enumerate(_FAMILIES) for kind in family}

_BY_STEM = {stem: kind for kind in reversed(KINDS) for stem in _STEMS[kind].split()}
_SHORTEST = 3
_EXACT = 4
"""A stem of up to this length must be the whole word: "tor" is not "tornado"."""
_COMPOUND = 6
"""A stem of at least this length may end a compound: "Klimakonferenz"."""


@lru_cache(maxsize=32768)
def kind_of_word(word: str) -> str | None:
    """The kind that a folded word tells, by its longest stem, at its beginning or its end."""
    bare = word.removeprefix("ال")
    for length in range(len(bare), _SHORTEST - 1, -1):
        kind = _BY_STEM.get(bare[:length])
        if kind is not None and (length > _EXACT or length == len(bare)):
            return kind
    for length in range(len(bare) - _SHORTEST, _COMPOUND - 1, -1):
        kind = _BY_STEM.get(bare[-length:])
        if kind is not None:
            return kind
    return None


@lru_cache(maxsize=65536)
def kind_as_written(word: str) -> str | None:
    """The kind that a word of running text tells."""
    return kind_of_word(fold(word))


def kinds_of(words: Iterable[str]) -> Counter[str]:
    """How often folded words tell each kind."""
    return Counter(filter(None, map(kind_of_word, words)))


def family_of(kind: str) -> int:
    """The number of the family of kinds that pages may tell one act by: a deal and its signing."""
    return _FAMILY[kind]


POLLING = frozenset(
    (
        "polls polling ballot voted voters urnes scrutin vote votes voter votaron urnas comicios"
        " jornada urnengang wahltag wahllokale wahlberechtigte abgestimmt gewahlt urne seggi"
        " votanti elettori votazioni votaram eleitores stembus stembureaus stemden kiezers"
        " الاقتراع صناديق الناخبون الناخبين التصويت"
    ).split()
)
"""Folded words that tell of the day on which people vote."""

COUNTING = frozenset(
    (
        "results result count counting declared proclaimed published gazetted recount tally"
        " resultats resultat depouillement proclame proclames publies recuento escrutinio"
        " resultados resultado proclamo publico auszahlung ergebnis ergebnisse wahlleiter"
        " risultati spoglio conteggio apuracao contagem uitslag uitslagen telling النتائج فرز نتائج"
    ).split()
)
"""Folded words that tell of the days after it."""
