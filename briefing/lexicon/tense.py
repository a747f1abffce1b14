"""Words that tell whether a sentence looks back or ahead, in the eight languages.

Invariant: only what decides how a weekday or month without a year is read; a language whose past
forms cannot be listed leans on the future cues alone, since news report what has happened.
"""

from __future__ import annotations

import re

FUTURE = {
    "en": "will shall would due expected scheduled planned upcoming must should ll promised "
    "promises "
    "plans hopes aims offered intends vowed ahead going",
    "fr": "doit doivent devrait devraient prévu prévue prévus prévues attendu attendue attendus "
    "attendues va vont prévoit prévoient annoncée programmé programmée commence commencent débute "
    "débutent",
    "es": "previsto prevista previstos previstas prevé prevén debe deben deberá va van espera "
    "programado programada comienza comienzan empieza empiezan arranca arrancan",
    "de": "wird werden soll sollen sollte will wollen geplant vorgesehen erwartet muss müssen "
    "könnte dürfte beginnt beginnen startet starten",
    "it": "previsto prevista previsti previste dovrebbe dovrebbero deve devono atteso attesa "
    "programmato inizia iniziano comincia cominciano",
    "pt": "previsto prevista previstos previstas deve devem vai vão prevê agendado agendada começa "
    "começam",
    "nl": "zal zullen gaat gaan moet moeten gepland verwacht wil willen begint beginnen",
    "ar": "سوف المقرر المرتقب المنتظر المزمع يعتزم تعتزم لن",
}
# Verbs whose present tense, in a report, announces: "leaves on Thursday", "reist am Dienstag".
# None that is a noun, too: the past is told with those ("the visits on Monday").
COMING = {
    "en": "leaves travels flies arrives opens reopens hosts convenes reconvenes resumes departs",
    "fr": "partent repart repartent quitte quittent ouvre ouvrent rouvre rouvrent reprend "
    "reprennent votent accueille accueillent envole réunit réunissent retrouve retrouvent "
    "restent",
    "es": "viaja viajan parten sigue siguen regresa regresan visitan abre abren cierra cierran "
    "reúne reúnen recibe celebra juega juegan asume asumen",
    "de": "reist reisen fliegt fliegen trifft treffen bleibt bleiben tagt tagen öffnet öffnen "
    "findet finden entscheidet entscheiden stimmt nimmt nehmen kommt kommen tritt treten "
    "empfängt besucht besuchen berät beraten debattiert endet enden",
    "it": "partono riparte vola arriva arrivano apre aprono riapre restano torna tornano "
    "votano gioca giocano riunisce riuniscono incontra incontrano",
    "pt": "segue seguem partem viaja viajam regressa regressam voltam visitam abre abrem decide "
    "decidem escolhe escolhem reúne reúnem assume assumem votam joga jogam",
    "nl": "houdt houden reist vertrekt vertrekken vliegt komt komen opent openen ontvangt "
    "bezoekt debatteert debatteren vergadert vergaderen stemt haalt speelt spelen blijft "
    "blijven neemt nemen",
}
LASTING = frozenset(
    "sigue siguen restent restano bleibt bleiben segue seguem blijft blijven houdt houden".split()
)
"""Of those, verbs for what goes on, which announce nothing behind a past act."""
PAST = {
    "en": "said told met held took was were had did made gave left went came won lost beat saw got "
    "began broke brought built bought caught chose drew drove fell felt fled flew found fought "
    "grew heard kept knew led laid lay paid ran rose sent shot spoke spent stood stole struck "
    "taught thought threw wore wrote has have been hit cut put beaten taken given seen gone drawn",
    "fr": "a ont avait avaient était étaient fut furent eu été",
    "es": "ha han había habían fue fueron hizo dijo tuvo era eran",
    "de": "hat haben hatte hatten war waren wurde wurden worden sagte kam gab ging",
    "it": "ha hanno aveva avevano era erano fu furono stato stata stati state",
    "pt": "foi foram disse teve era eram havia tinha tem têm",
    "nl": "heeft hebben had hadden was waren werd werden zei zeiden",
    "ar": "كان كانت قد تم تمت قال قالت أعلن أعلنت أكد أكدت",
}
FUTURE_ENDING = {
    "fr": r"(?!(?:op|cam|ret|adm|att|insp|resp|vir|t)\w*ra$)\w{2,}(?:era|eront|dra|dront|vra|vront"
    r"|ira|iront|ura|uront)|sera|seront|ira|iront",
    "es": r"\w{2,}(?:rá|rán|remos|ría|rían)",
    "it": r"\w{2,}(?:rà|ranno)",
    "pt": r"\w{2,}(?:rá|rão|ria|riam)",
    "ar": r"(?!سيار|ست[ةو]|ستي|سيد|سياس|سينا|سيطر|سيول|ستار|سيما)س[يتن]\w{3,}",
}
PAST_ENDING = {
    "en": r"\w{2,}ed",
    "fr": r"\w{3,}(?<!r)(?:ait|aient)|\w{3,}(?:é|ée|és|ées)",
    "es": r"\w{2,}(?:ó|aron|ieron|eron)",
    "de": r"(?!heute|bitte|letzte|erste|zweite|dritte|vierte|beste|seite)\w{3,}(?:te|ten)",
    "it": r"\w{2,}(?:ato|ata|ati|uto|uta|ito|ita)",
    "pt": r"\w{2,}(?:ou|aram|eram|iram|eu|iu)",
}
# Words that point ahead when they stand right before a day.
AHEAD = {
    "en": "until till by before for",
    "fr": "jusqu ici pour dès partir avant",
    "es": "hasta para partir antes",
    "de": "bis ab für",
    "it": "fino entro prima per",
    "pt": "até para partir antes",
    "nl": "tot vanaf voor",
    "ar": "حتى إلى اعتبارا",
}
_LISTS = {
    name: {language: frozenset(words.split()) for language, words in table.items()}
    for name, table in (
        ("future", FUTURE),
        ("coming", COMING),
        ("past", PAST),
        ("ahead", AHEAD),
    )
}
_ENDINGS = {
    name: {language: re.compile(ending) for language, ending in table.items()}
    for name, table in (("future", FUTURE_ENDING), ("past", PAST_ENDING))
}


def _is(word: str, name: str, language: str) -> bool:
    if word in _LISTS[name].get(language, ()):
        return True
    ending = _ENDINGS[name].get(language)
    return bool(ending and ending.fullmatch(word))


def tense_of(word: str, language: str) -> int:
    """1 where the word as written looks ahead, -1 where it looks back, else 0."""
    lower = word.lower()
    if _is(lower, "future", language):
        return 1
    return -1 if _is(lower, "past", language) else 0


def announces(word: str, language: str) -> bool:
    """Whether a word as written is a verb in the present tense that news announce with."""
    return word in _LISTS["coming"].get(language, ())


def lasts(word: str) -> bool:
    """Whether a word as written is a verb for what goes on."""
    return word in LASTING


def points_ahead(word: str, language: str) -> bool:
    """Whether the word, standing right before a day, says that the day is still to come."""
    return word.lower() in _LISTS["ahead"].get(language, ())
