"""Small words around figures: what may stand between a number and the noun that it counts.

Invariant: folded; a word has one role in a language, and a noun is none of these.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.lexicon.aligned import TOKEN, align

# Words between the number and its noun that do not change what is counted.
_PASSED = (
    "other others more additional further new such of the its their these those his her our least "
    "autres autre supplémentaires de des d les leurs ces ses du "
    "otros otras otro otra más los las sus del "
    "weitere weiteren anderen andere der seiner ihrer von mehr neue "
    "altri altre altro di dei delle degli nuovi suoi "
    "outros outras mais dos das seus "
    "andere van nog nieuwe أخرى من "
)
# Words that end the noun phrase: prepositions, conjunctions, auxiliaries, pronouns.
_ENDING = (
    "in on at to and or from by with for were was is are be been have has had will would who which "
    "that as but after before between into over under during when while than them it they a an "
    "this "
    "also not most per about said says if so did do could should may might must since until "
    "a à en dans pour par sur et ou qui que ont sont a était étaient sera seront est au aux avec "
    "après avant entre elle il ils elles eux une un ne pas dont contre chez vers selon se s n y "
    "le la l lors depuis "
    "para por con y o e que han fue fueron son es era entre ellos ellas el no su se sin según al "
    "ha hasta tras como lo antes "
    "und oder bis für mit auf an am im zu zum zur bei nach aus durch sind waren war wurden "
    "werden wird "
    "wurde haben hat die das dem den ein eine einen als wie auch nicht sich über unter vor es sie "
    "per con che sono era erano stati state nel nella al alla ai tra loro una uno il lo gli si da "
    "dal dalla ed hanno "
    "com em no na nos nas os as foram são ou ao aos pela pelo uma um não seu sua "
    "voor met op aan bij zijn werden wordt heeft en of het een niet die dat te tot uit door om "
    "في على إلى عن مع و أو أن إن كان كانت التي الذي الذين هذا هذه بعد قبل خلال منهم بينهم ما لا "
)
# Words before a bare number that tie it to a noun further back ("the toll rose to 13").
_LINKS = (
    "to at of is was are were reached à a de est sont au es son asciende eleva auf bei su è sono "
    "para em é são naar op is إلى الى عند "
)
# Words whose number is a label ("Article 5", "Flight 447"), not a quantity.
_RISES = "to was is at reached à a auf su è para em é naar es est إلى الى"
_LABELS = (
    "article articles artículo artículos Artikel articolo artigo art المادة الفصل law no nº n° "
    "numéro número Nummer nummer number num chapter chapitre capítulo page página Seite room "
    "flight vuelo vol route highway phase fase section sección resolution résolution resolución "
    "Resolution risoluzione resolução القرار channel version group groupe grupo Gruppe gruppo "
    "category catégorie categoría level niveau nivel formula fórmula model type gate track "
    "paragraph paragraphe Absatz lot line ligne línea top figure rule annex annexe tel telephone "
    "téléphone teléfono Telefon رقم"
)
_FRACTIONS = (
    "third thirds quarter quarters half halves tiers quart quarts moitié demi tercio tercios "
    "cuarto "
    "cuartos Drittel Viertel terzo terzi quarto quarti terço terços derde kwart ثلث ثلثي ربع نصف "
    "fifth fifths fold"
)
_MINUTES = "minute minuto minuta Minute minuut min الدقيقة minutes"
_HALVES = "half demi demie media medio meio halve halbes halbe halben mezza mezzo meia"
_ARTICLES = "a an une un una uno ein eine einem einer een uma um"
_KILLED = (
    "killed killing kills kill died dead death deaths fatal slain perished lives life "
    "tué tués tuée tuées morts mort mortes décédé décédés décédées péri vie tuant tuent tue "
    "muertos muertas murieron mueren muerto vida fallecido fallecieron fallecidos mató matando "
    "asesinados perdieron "
    "getötet starben gestorben Leben starb tötete töten tötet "
    "morti morto uccise uccisi ucciso vita deceduti perso uccidendo uccide uccidono "
    "mortos mortas morreram morrido mataram matou vida "
    "gedood omgekomen overleden stierven leven dodelijk doodde doodt "
    "مصرعهم مصرعه حتفهم قتل قتلوا مقتل توفي وفاة استشهد استشهاد أودى"
)
# "Life" alone kills nobody: these need a verb of losing beside them.
_LIFE = "lives life vie vida vita Leben leven مصرعهم حتفهم"
_LOSS = (
    "lost lose losing claimed perdu perdent coûté perdieron perdió perdido cobrado kamen gekommen "
    "gekomen kwamen komen verloren perso persero perderam perdeu لقي لقوا"
)
_HURT = (
    "injured wounded hurt injuring wounding blessés blessé blessées blessant heridos heridas "
    "verletzt verletzten feriti ferite feridos feridas gewond gewonden أصيب إصابة جرح أصيبوا جريح"
)


_JAILED = (
    "jailed jails sentenced sentences imprisoned condamné condamnée condamnés condamne condenado "
    "condenada condenados condena verurteilt verurteilte condannato condannata condannati "
    "condenada "
    "condenou veroordeeld بالسجن حكمت سجن"
)
_DEFINITE = (
    "the its their his her our both les ses leurs nos los las sus ambos die den der beiden ihre "
    "seine i gli le suoi loro os as seus de beide hun"
)
_SHARE = "of sur des de von di van من"
_COUNTS = (
    "one two three four five six seven eight nine ten un une deux trois quatre cinq dos tres "
    "cuatro "
    "cinco zwei drei vier fünf sechs sieben acht due tre quattro cinque sei sette otto dois três "
    "quatro seis sete oito twee drie vijf zes zeven six sept huit siete ocho"
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(token for word in words.split() for token in TOKEN.findall(align(word).text))


@lru_cache(maxsize=1)
def roles() -> dict[str, frozenset[str]]:
    """The lists of this module by name: passed, ending, links, labels, fractions and so on."""
    return {
        "passed": _folded(_PASSED),
        "ending": _folded(_ENDING) - _folded(_PASSED),
        "links": _folded(_LINKS),
        "rises": _folded(_RISES),
        "labels": _folded(_LABELS),
        "fractions": _folded(_FRACTIONS),
        "minutes": _folded(_MINUTES),
        "halves": _folded(_HALVES),
        "articles": _folded(_ARTICLES),
        "killed": _folded(_KILLED) - _folded(_LIFE),
        "life": _folded(_LIFE),
        "loss": _folded(_LOSS),
        "hurt": _folded(_HURT),
        "jailed": _folded(_JAILED),
        "between": _folded("between entre zwischen tra fra tussen بين"),
        "joining": _folded("and et y und e en و a"),
        "definite": _folded(_DEFINITE),
        "share": _folded(_SHARE),
        "counts": _folded(_COUNTS),
    }
