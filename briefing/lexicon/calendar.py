"""The words of dates and times of day in the eight languages.

Invariant: every word is folded as `aligned.fold_words` folds it and has one class per language; a
word that also means something else ("May", "mars", "so") carries the lower-case class, which the
grammar of dates accepts only beside a day, a year or a preposition.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.lexicon.aligned import fold_words, phrase_openers
from briefing.lexicon.folding import fold
from briefing.lexicon.numbers import small_numbers

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "ar", "nl")
DAY, WEEK, MONTH, YEAR = 1, 7, 30, 365


class Entry(NamedTuple):
    """A class of the date grammar and what the word stands for.

    M month, b its abbreviation, W weekday (ISO), U unit of time, p its plural, V two such units,
    R days from today, P part of the day, N small number, L last, X next, T this, A/B ago (after
    or before the number), F from now, a before or after noon (0 or 12), k noon or midnight
    (minutes), h the word "hour", t "at (o'clock)", i "in", o "of", c "and/to", q article, s ordinal
    ending. Small m and w also mean something else.
    """

    kind: str
    value: int


class DateWords(NamedTuple):
    """The date words of one language, with the length of the longest phrase per first word."""

    entries: dict[str, Entry]
    openers: dict[str, int]


# January to December; a word after a slash is another form; "~" marks a word that is also another.
_MONTHS = {
    "en": "january/~jan february/~feb ~march/~mar ~april/~apr ~may ~june/~jun july/~jul "
    "~august/~aug september/~sept/~sep october/~oct november/~nov december/~dec",
    "fr": "janvier/~janv/~jan fevrier/~fevr/~fev/~feb ~mars/~mar avril/~avr mai juin "
    "juillet/~juil/~jul aout septembre/~sept/~sep octobre/~oct novembre/~nov decembre/~dec",
    "es": "enero/~ene febrero/~feb marzo/~mar ~abril/~abr ~mayo/~may junio/~jun ~julio/~jul "
    "agosto/~ago septiembre/setiembre/~sept/~sep/~set octubre/~oct noviembre/~nov diciembre/~dic",
    "de": "januar/janner/~jan februar/feber/~feb marz/maerz/~mrz ~april/~apr ~mai juni/~jun "
    "juli/~jul ~august/~aug september/~sept/~sep oktober/~okt november/~nov dezember/~dez",
    "it": "gennaio/~gen/~genn febbraio/~feb/~febb marzo/~mar aprile/~apr maggio/~mag giugno/~giu "
    "luglio/~lug agosto/~ago settembre/~set/~sett ottobre/~ott novembre/~nov dicembre/~dic",
    "pt": "janeiro/~jan fevereiro/~fev marco/~mar ~abril/~abr maio/~mai junho/~jun julho/~jul "
    "agosto/~ago setembro/~set outubro/~out novembro/~nov dezembro/~dez",
    "nl": "januari/~jan februari/~feb maart/~mrt ~april/~apr ~mei juni/~jun juli/~jul "
    "augustus/~aug september/~sept/~sep oktober/~okt november/~nov december/~dec",
    # Gulf and Egypt / Levant (two words joined by "_") / Algeria and Tunisia / Morocco.
    "ar": "يناير/كانون_الثاني/جانفي فبراير/~شباط/فيفري ~مارس/اذار نيسان/ابريل/افريل "
    "~مايو/ايار/~ماي يونيو/حزيران/~جوان يوليو/~تموز/جويلية/يوليوز اغسطس/~اب/~اوت/غشت "
    "سبتمبر/ايلول/شتنبر اكتوبر/تشرين_الاول نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الاول/دجنبر",
}
# Monday to Sunday, written likewise.
_WEEKDAYS = {
    "en": "monday/~mon tuesday/~tue/~tues wednesday/~wed thursday/~thu/~thur/~thurs "
    "friday/~fri saturday/~sat sunday/~sun",
    "fr": "lundi/~lun mardi/~mar mercredi/~mer jeudi/~jeu vendredi/~ven samedi/~sam dimanche/~dim",
    "es": "lunes/~lun martes/~mar miercoles/~mie jueves/~jue viernes/~vie sabado/~sab domingo/~dom",
    "de": "montag/~mo dienstag/~di mittwoch/~mi donnerstag/~do freitag/~fr samstag/sonnabend/~sa "
    "sonntag/~so",
    "it": "lunedi/~lun martedi/~mar mercoledi/~mer giovedi/~gio venerdi/~ven sabato/~sab "
    "domenica/~dom",
    "pt": "segunda_-_feira/~seg terca_-_feira/~ter quarta_-_feira/~qua quinta_-_feira/~qui "
    "sexta_-_feira/~sex sabado/~sab domingo/~dom",
    "nl": "maandag/~ma dinsdag/~di woensdag/~wo donderdag/~do vrijdag/~vr zaterdag/~za zondag/~zo",
    "ar": "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد",
}
# Class, value and words ("_" joins the words of a phrase).
_OTHERS = {
    "en": (
        "R-1 yesterday/last_night R0 today/tonight/this_morning/this_afternoon/"
        "this_evening R1 tomorrow R-2 the_day_before_yesterday "
        "U1 day U7 week U30 month U365 year p1 days p7 weeks p30 months p365 years P0 morning P12 "
        "afternoon/evening/night L0 last X0 next/coming T0 this A0 ago "
        "a0 am/a.m./a.m a12 pm/p.m./p.m k720 noon/midday k0 midnight h0 h/hrs/hours/o'clock "
        "t0 at/around_at s0 st/nd/rd/th o0 of c0 and/to/or q0 the/on i0 in/since/until/by/during/"
        "before/after/from/late/early/mid"
    ),
    "fr": (
        "R-1 hier/la_nuit_dernière R-2 avant-hier R0 "
        "aujourd'hui/ce_matin/ce_soir/cet_après-midi R1 demain R2 après-demain "
        "U1 jour U7 semaine U30 mois U365 an/année p1 jours p7 semaines p365 ans/années P0 "
        "matin/matinée P12 "
        "soir/soirée/après-midi/nuit L0 dernier/dernière/passé/passée "
        "X0 prochain/prochaine T0 ce/cet/cette B0 il_y_a F0 dans/d'ici "
        "a0 du_matin a12 du_soir/de_l'après-midi k720 midi k0 minuit h0 h/heures/heure/hrs "
        "t0 à/vers/dès s0 er/ère o0 de/du/d' c0 et/au/ou q0 le/la/l'/les i0 en/depuis/début/fin/"
        "mi/courant"
    ),
    "es": (
        "R-1 ayer/anoche R-2 anteayer/antier/antes_de_ayer R0 "
        "hoy/esta_noche/esta_mañana/esta_tarde/"
        "esta_madrugada R1 mañana R2 pasado_mañana "
        "U1 día U7 semana U30 mes U365 año p1 días p7 semanas p30 meses p365 años P0 "
        "por_la_mañana/la_mañana "
        "P12 por_la_tarde/por_la_noche/la_tarde/la_noche L0 pasado/pasada "
        "X0 próximo/próxima/que_viene T0 este/esta/esto B0 hace A0 atrás F0 dentro_de "
        "a0 de_la_mañana/am/a.m./a.m a12 de_la_tarde/de_la_noche/pm/p.m./p.m k720 mediodía "
        "k0 medianoche h0 h/horas/hs/hrs/hora t0 a_las/las/a_la o0 de/del c0 y/al/a/o q0 el/la/los "
        "i0 en/desde/hasta/finales_de/principios_de/mediados_de"
    ),
    "de": (
        "R-1 gestern R-2 vorgestern R0 heute/heute_morgen/heute_abend/heute_früh R1 morgen R2 "
        "übermorgen "
        "U1 tag U7 woche U30 monat/monats U365 jahr/jahres p1 tage/tagen p7 wochen "
        "p30 monate/monaten p365 jahre/jahren P0 vormittag/früh P12 abend/nachmittag/nacht/mittag "
        "L0 letzten/letzter/letzte/letztes/letztem/vergangenen/vergangener/vergangene/vergangenes/"
        "vorigen/voriges/vorige X0 kommenden/kommender/kommende/kommendes/nächsten/nächster/"
        "nächste/nächstes T0 diesen/dieser/dieses/diesem/diese B0 vor "
        "a0 morgens/vormittags/früh a12 abends/nachmittags k720 mittags k0 mitternacht h0 uhr/h "
        "t0 um/gegen/ab s0 ten/te o0 des/der c0 und/bis/oder q0 am/den/dem/der/vom/zum "
        "i0 im/in/seit/ende/anfang/mitte/von"
    ),
    "it": (
        "R-1 ieri R-2 l'altro_ieri/altroieri R0 "
        "oggi/stasera/stamattina/stamane/stanotte/questa_mattina/questa_sera R1 domani R2 "
        "dopodomani "
        "U1 giorno U7 settimana U30 mese U365 anno p1 giorni p7 settimane p30 mesi p365 anni P0 "
        "mattina/mattino "
        "P12 pomeriggio/sera/notte L0 scorso/scorsa/passato "
        "X0 prossimo/prossima T0 questo/questa/quest' A0 fa B0 or_sono F0 tra/fra "
        "a0 del_mattino/di_mattina a12 del_pomeriggio/di_sera/della_sera k720 mezzogiorno "
        "k0 mezzanotte h0 h t0 alle/alle_ore/ore/dalle/all' o0 di/del/dell' c0 e/al/o "
        "q0 il/l'/lo/la i0 a/ad/in/nel/da/dal/fine/inizio/metà"
    ),
    "pt": (
        "R-1 ontem/ontem_à_noite R-2 anteontem R0 "
        "hoje/esta_noite/nesta_noite/esta_manhã/nesta_manhã/"
        "esta_tarde/nesta_tarde/esta_madrugada/nesta_madrugada R1 amanhã R2 depois_de_amanhã U1 "
        "dia U7 semana "
        "U30 mês U365 ano p1 dias p7 semanas p30 meses p365 anos P0 de_manhã/pela_manhã/manhã "
        "P12 à_tarde/à_noite/tarde/noite L0 passado/passada "
        "X0 próximo/próxima/que_vem T0 este/esta/neste/nesta/nesse/nessa/deste/desta B0 há A0 "
        "atrás "
        "F0 dentro_de/daqui_a a0 da_manhã a12 da_tarde/da_noite k720 meio-dia k0 meia-noite "
        "h0 h/horas/hs/hora t0 às/pelas/à o0 de/do/da c0 e/ao/a/ou q0 o/a/no/na/os "
        "i0 em/desde/até/fim_de/início_de"
    ),
    "nl": (
        "R-1 gisteren/gisteravond/gistermiddag/gisterochtend/gisternacht R-2 eergisteren R0 "
        "vandaag/vannacht/vanavond/vanmorgen/vanmiddag/vanochtend R1 morgen "
        "R2 overmorgen U1 dag U7 week U30 maand U365 jaar p1 dagen p7 weken p30 maanden p365 jaren "
        "P0 ochtend/morgen P12 avond/middag/nacht L0 vorige/vorig/afgelopen "
        "X0 volgende/volgend/komende/aanstaande T0 deze/dit A0 geleden F0 over "
        "a0 's_ochtends/'s_morgens a12 's_avonds/'s_middags k720 twaalf_uur_'s_middags "
        "k0 middernacht h0 uur/u/h t0 om/rond s0 e/ste/de o0 van c0 en/tot/of q0 op/de/het/den "
        "i0 in/sinds/vanaf/eind/begin/medio"
    ),
    "ar": (
        "R-1 أمس/الأمس/البارحة R-2 أول_أمس R0 اليوم/الليلة/هذا_الصباح/هذا_المساء R1 غدا/الغد R2 "
        "بعد_غد "
        "U1 يوم U7 أسبوع/الأسبوع U30 شهر/الشهر U365 سنة/السنة/عام/العام p1 أيام/يوما p7 أسابيع "
        "p30 أشهر/شهور/شهرا p365 سنوات/أعوام/عاما V1 يومين V7 أسبوعين V30 شهرين V365 سنتين/عامين "
        "P0 صباح/صباحا/فجر P12 مساء/ظهر/عصر/ليلة/ليل/بعد_ظهر L0 الماضي/الماضية/المنصرم/المنصرمة/"
        "الفائت/السابق X0 المقبل/المقبلة/القادم/القادمة T0 هذا/هذه/الجاري/الحالي/الجارية/الحالية "
        "B0 قبل F0 بعد a0 ص a12 م k720 الظهر/ظهرا k0 منتصف_الليل h0 ساعة t0 الساعة/حوالي_الساعة "
        "o0 من c0 و/إلى/حتى q0 ال i0 في/منذ/خلال/مطلع/نهاية/بداية/أواخر/أوائل"
    ),
}
# Day parts that German and Dutch write in one word with the weekday.
_JOINED_PARTS = {
    "de": "abend nachmittag vormittag morgen mittag nacht",
    "nl": "avond middag ochtend morgen nacht",
}
_ZONES = {
    "gmt utc tu tmg z": "GMT",
    "bst": "+01:00",
    "cet mez hec": "+01:00",
    "cest mesz": "+02:00",
    "eet": "+02:00",
    "est": "-05:00",
    "edt": "-04:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "brt": "-03:00",
    "wat": "+01:00",
    "cat sast": "+02:00",
    "eat": "+03:00",
    "msk": "+03:00",
    "ist": "+05:30",
}
_LOCAL = (
    "local time;heure locale;heures locales;hora local;horas locales;horario local;Ortszeit;"
    "ora locale;plaatselijke tijd;lokale tijd;بالتوقيت المحلي;التوقيت المحلي;hora peninsular"
)
_UNIVERSAL = "بتوقيت غرينتش;بتوقيت غرينيتش;توقيت غرينتش;temps universel;heure GMT;hora GMT"
# Cities by whose clock pages give the time (names per language, IANA zone).
_CITIES = (
    "Paris,París,Parigi,Parijs,باريس=Europe/Paris;London,Londres,Londra,Londen,لندن=Europe/London;"
    "Madrid,مدريد=Europe/Madrid;Berlin,Berlín,Berlino,Berlim,Berlijn,برلين=Europe/Berlin;"
    "Rome,Roma,Rom,روما=Europe/Rome;Lisbon,Lisbonne,Lisboa,Lissabon,لشبونة=Europe/Lisbon;"
    "Brussels,Bruxelles,Bruselas,Brüssel,Brussel,بروكسل=Europe/Brussels;"
    "Moscow,Moscou,Moscú,Moskau,Mosca,موسكو=Europe/Moscow;Kyiv,Kiev,Kiew,كييف=Europe/Kyiv;"
    "Cairo,Le Caire,El Cairo,Kairo,القاهرة=Africa/Cairo;Tunis,Túnez,تونس=Africa/Tunis;"
    "Alger,Algiers,Argel,Algier,Algeri,الجزائر=Africa/Algiers;Mecca,مكة=Asia/Riyadh;"
    "Riyadh,Riyad,الرياض=Asia/Riyadh;Dubai,Dubaï,دبي=Asia/Dubai;Beirut,Beyrouth,بيروت=Asia/Beirut;"
    "New York,Nueva York,نيويورك=America/New_York;Washington,واشنطن=America/New_York;"
    "Brasília,Brasilia=America/Sao_Paulo;Buenos Aires=America/Argentina/Buenos_Aires;"
    "Beijing,Pékin,Pekín,Peking,بكين=Asia/Shanghai;Tokyo,Tokio,طوكيو=Asia/Tokyo"
)
_CITY_FORMS = (
    "{} time;heure de {};heures de {};heure d'{};hora de {};hora d'{};horário de {};ora di {};"
    "{}er Zeit;{}se tijd;بتوقيت {}"
)


def _written(words: str) -> str:
    return fold_words(words.replace("_", " "))


def _sequence(spelling: str, kind: str, *, is_abbreviating: bool = True) -> dict[str, Entry]:
    found = {}
    for number, forms in enumerate(spelling.split(), start=1):
        for form in forms.split("/"):
            letter = kind.lower() if form.startswith("~") else kind
            if letter == "m" and form != forms.split("/")[0] and is_abbreviating:
                letter = "b"
            found[_written(form.removeprefix("~"))] = Entry(letter, number)
    return found


def _others(listing: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    entry = Entry("?", 0)
    for chunk in listing.split():
        if chunk[0] in "RUpVPLXTABFakhtsociq" and chunk[1:].lstrip("-").isdigit():
            entry = Entry(chunk[0], int(chunk[1:]))
            continue
        for form in filter(None, chunk.split("/")):
            found.setdefault(_written(form), entry)
    return found


def _weekdays(language: str) -> dict[str, Entry]:
    found = _sequence(_WEEKDAYS[language], "W")
    parts = _JOINED_PARTS.get(language, "").split()
    full = [(word, entry) for word, entry in found.items() if entry.kind == "W"]
    joined = {word + part: entry for word, entry in full for part in parts}
    genitive = {word + "s": entry for word, entry in full} if language == "de" else {}
    return {**joined, **genitive, **found}


def _foreign(language: str | None) -> dict[str, Entry]:
    """Full month and weekday names of the other languages, never trusted on their own."""
    found = dict.fromkeys(("de", "del", "of", "di"), Entry("o", 0))
    for other in LANGUAGES:
        if other == language:
            continue
        known = {**_sequence(_MONTHS[other], "M"), **_weekdays(other)}
        for word, entry in known.items():
            if entry.kind in "MW" and len(word) > 2:  # noqa: PLR2004 - "fr", "so"
                found.setdefault(word, Entry("b" if entry.kind == "M" else "w", entry.value))
    return found


@lru_cache(maxsize=len(LANGUAGES) + 1)
def date_words(language: str | None) -> DateWords:
    """The date words of a language; of all of them, English first, where it is not known."""
    entries = _foreign(language)
    for name in (language,) if language in LANGUAGES else reversed(LANGUAGES):
        assert name is not None
        numbers = {w: Entry("N", v) for w, v in small_numbers(name).items()}
        entries |= {**numbers, **_others(_OTHERS[name]), **_weekdays(name)}
        # "mar" is a month and a weekday in Romance languages: the month wins, see OTHER_READINGS.
        entries |= _sequence(_MONTHS[name], "M", is_abbreviating=name != "ar")
    return DateWords(entries, phrase_openers(entries))


OTHER_READINGS = {
    **{("mar", language): Entry("w", 2) for language in ("fr", "es", "it", None)},
    ("sept", "fr"): Entry("N", 7),
    ("dez", "pt"): Entry("N", 10),
}
"""Short month names that are another word wherever no day stands before them."""


@lru_cache(maxsize=1)
def zone_words() -> tuple[dict[str, str], dict[str, int]]:
    """What pages call a time zone, folded -> the zone; and the phrase openers."""
    zones = {word: zone for words, zone in _ZONES.items() for word in words.split()}
    zones |= {fold_words(words): "local" for words in _LOCAL.split(";")}
    zones |= {fold_words(words): "GMT" for words in _UNIVERSAL.split(";")}
    for city in _CITIES.split(";"):
        names, zone = city.split("=")
        for name in names.split(","):
            zones |= {fold_words(f.format(name)): zone for f in _CITY_FORMS.split(";")}
    return zones, phrase_openers(zones)


_SINCE = {
    "en": "since", "fr": "depuis", "es": "desde", "de": "seit ab", "it": "da dal dalla dallo",
    "pt": "desde", "nl": "sinds vanaf", "ar": "منذ",
}  # fmt: skip
SINCE = {language: frozenset(words.split()) for language, words in _SINCE.items()}
"""What stands before the day from which on something has lasted."""
NIGHT = frozenset(
    "night overnight nuit noche madrugada nacht notte noite madrugada ليلة ليل".split()
)
"""The time between two days."""

HAD = {
    language: frozenset(words.split())
    for language, words in {
        "en": "had",
        "fr": "avait avaient",
        "es": "habia habian",
        "de": "hatte hatten",
        "it": "aveva avevano",
        "pt": "tinha tinham havia haviam",
        "nl": "had hadden",
        "ar": "وكان وكانت",
    }.items()
}
"""Folded verbs with which what had been before is told."""
TOLLS = frozenset("toll bilan balance bilanz bilancio balanco dodental حصيلة".split())
"""Folded words for a count of the dead, which is made after the act."""
AFTERMATH = re.compile(
    r"\b(?:(?:days?|weeks?|hours) after|(?:jours?|semaines?|heures) apres"
    r"|(?:dias?|semanas?|horas) (?:despues de|depois d|apos)|(?:tage?|wochen?|stunden) nach"
    r"|(?:giorn[io]|settiman[ae]|ore) dopo|(?:dag|dagen|weken|week|uur) na"
    r"|بعد (?:يومين|\w+ (?:ايام|اسابيع|ساعات|يوما)) من)\b"
)
"""In folded text, that so many days after the act something else was."""

_HIJRI_MONTHS = (
    "محرم|المحرم|صفر|ربيع (?:الأول|الاول|الآخر|الاخر|الثاني)|جمادى (?:الأولى|الاولى|الآخرة|الاخرة"
    "|الثانية)|رجب|شعبان|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة"
)
_HIJRI_IN_LATIN = (
    "Muharram|Mouharram|Safar|Rabi['’ ]?(?: ?al-?| ?ul-?)? ?(?:Awwal|Thani|Akhir|I{1,2})"
    "|Joumada|Jumada (?:al-?)? ?(?:Awwal|Ula|Thani|Akhira|I{1,2})|Rajab|Sha['’]?a?ban|Chaabane"
    "|Ramadan|Shawwal|Chaoual|Dhu(?: al|l)?[- ](?:Qi?a['’]?dah?|Hijjah?)"
)
HIJRI_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}\s?[-/]?\s?(?:من )?(?:{_HIJRI_MONTHS})"
    r"(?:\s?[-/،,]?\s?\d{4})?\s?(?:هـ|ه\b)?"
    rf"|(?<!\d)\d{{1,2}}\s(?:{_HIJRI_IN_LATIN})\s1[34]\d\d(?!\d)(?:\s?A?H\b)?"
)
"""A day of the Islamic calendar, which pages set beside that of the common one."""
HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670]")
"""The signs that Arabic may or may not write: short vowels, doubling, stretching."""


@cache
def calendar_words() -> frozenset[str]:
    """Single words of all months and weekdays, folded."""
    entries = (
        word
        for language in LANGUAGES
        for word, entry in date_words(language).entries.items()
        if entry.kind in "MmWwb"
    )
    return frozenset(part for word in entries for part in fold(word).split())
