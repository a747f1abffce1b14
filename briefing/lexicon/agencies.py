"""News agencies and how pages credit them.

Invariant: a name here is one that a byline, dateline or credit line can carry; whether a page
does carry it is decided by form, in `briefing.analysis.metadata`.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold

# Canonical name -> the other names in the eight languages. Codes are matched as they are written,
# because many of them are words otherwise ("map", "aps", "tap", "ap", "ats").
CODES = frozenset(
    """
    AA AAP ABI ABr ADN AFP AGI AIP AMI ANA-MPA ANI ANP ANSA ANTARA AP APA APS ATS BTA Belga Bernama
    CNA CNS CTK DPA EFE EP IANS IRNA ISNA JANA KCNA KUNA KYODO LANA LUSA MAP MENA MIA MNA MTI NAN
    NINA NNA NTB PANA PAP PTI QNA RIA Reuters SABA SANA SAPA SDA SID SPA STA SUNA TAP TASS TASR TT
    UNI UPI VNA WAFA WAM XINHUA dpa epd ots
    """.split()
)

_NAMES = {
    "AFP": ("Agence France-Presse", "Agencia France-Presse", "France Presse", "فرانس برس",
            "أ ف ب"),
    "AP": ("Associated Press", "The Associated Press", "أسوشيتد برس", "ا ب", "أسوشييتد برس"),
    "Reuters": ("Thomson Reuters", "رويترز"),
    "dpa": ("Deutsche Presse-Agentur", "د ب أ", "د ب ا"),
    "EFE": ("Agencia EFE", "إفي"),
    "Europa Press": ("EP",),
    "ANSA": ("Agenzia Ansa", "أنسا"),
    "Adnkronos": (),
    "Askanews": (),
    "Lusa": ("Agência Lusa",),
    "Agência Brasil": (),
    "Folhapress": (),
    "Estadão Conteúdo": (),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "Belga": ("Agence Belga", "Persbureau Belga"),
    "Keystone-ATS": ("ATS-Keystone", "Keystone SDA"),
    "Xinhua": ("Xinhua News Agency", "Agence Xinhua", "شينخوا"),
    "TASS": ("تاس",),
    "RIA Novosti": ("نوفوستي",),
    "Interfax": (),
    "Sputnik": ("سبوتنيك",),
    "Anadolu": ("Anadolu Agency", "Agence Anadolu", "Agencia Anadolu", "الأناضول"),
    "MAP": ("Maghreb Arabe Presse", "Maghreb Arabe Press", "Maghreb Arab Press",
            "Agence marocaine de presse", "و م ع", "المغرب العربي للأنباء"),
    "APS": ("Algérie Presse Service", "Agence de presse sénégalaise", "Algeria Press Service",
            "وكالة الأنباء الجزائرية", "واج"),
    "TAP": ("Tunis Afrique Presse", "Agence Tunis Afrique Presse", "وكالة تونس إفريقيا للأنباء"),
    "AMI": ("Agence mauritanienne d’information",),
    "MENA": ("Middle East News Agency", "أنباء الشرق الأوسط", "أ ش أ", "وكالة أنباء الشرق الأوسط"),
    "SPA": ("Saudi Press Agency", "وكالة الأنباء السعودية", "واس"),
    "WAM": ("Emirates News Agency", "وكالة أنباء الإمارات", "وام"),
    "QNA": ("Qatar News Agency", "وكالة الأنباء القطرية", "قنا"),
    "KUNA": ("Kuwait News Agency", "كونا"),
    "IRNA": ("Islamic Republic News Agency",),
    "PTI": ("Press Trust of India",),
    "Kyodo": ("Kyodo News",),
    "Yonhap": ("Yonhap News Agency",),
    "UPI": ("United Press International",),
    "Bloomberg": ("Bloomberg News",),
    "Press Association": ("PA Media", "PA news agency"),
    "PANA": ("Panapress", "Agence panafricaine d’information"),
    "Europapress": (),
    "Prensa Latina": (),
    "Notimex": (),
    "Télam": (),
    "Ukrinform": (),
    "KNA": ("Katholische Nachrichten-Agentur",),
    "epd": ("Evangelischer Pressedienst",),
    "Agerpres": (),
    "Petra": ("Jordan News Agency", "بترا", "وكالة الأنباء الأردنية"),
    "ONA": ("Oman News Agency", "وكالة الأنباء العمانية", "العمانية"),
    "WAFA": ("Palestinian News Agency", "وفا", "وكالة الأنباء الفلسطينية"),
    "SANA": ("Syrian Arab News Agency", "سانا"),
    "INA": ("Iraqi News Agency", "وكالة الأنباء العراقية", "واع"),
    "Ritzau": ("Ritzaus Bureau",),
    "STT": ("STT-Lehtikuva",),
    "Tanjug": (),
    "Hina": (),
    "Fena": (),
    "Italpress": (),
    "LaPresse": (),
    "Agenzia Nova": (),
    "Servimedia": (),
    "Colpisa": (),
    "ANGOP": (),
    "Inforpress": (),
}  # fmt: skip

AGENCY_WORDS = frozenset(
    fold(word)
    for word in """
    agency agencies agence agences agencia agencias agência agências agenzia agenzie agentur
    agenturen nachrichtenagentur nachrichtenagenturen persbureau persbureaus persbureau's wires
    newswire وكالة وكالات الأنباء
    """.split()
)
"""Words that call something an agency; a credit may hold nothing else ("By agencies")."""


AGENCIES = CODES | _NAMES.keys() | {name for names in _NAMES.values() for name in names}
"""All names here, codes included."""


def _index() -> dict[str, str]:
    index = {fold(code): code for code in sorted(CODES)}
    for name, others in _NAMES.items():
        for form in (name, *others):
            index[fold(form)] = name
    return index


_BY_NAME = _index()


_FIRST_WORDS = frozenset(key.split(maxsplit=1)[0] for key in _BY_NAME)


def opens_agency(word: str) -> bool:
    """Whether an agency's name can begin with a word; most words need no further look-up."""
    key = fold(word)
    return not key or key.split(maxsplit=1)[0] in _FIRST_WORDS


def agency_named(words: str) -> str | None:
    """The agency that the words name, all of them, in its canonical spelling.

    A code must be written as a code: "Map" and "map" are not the agency "MAP".
    """
    key = fold(words)
    name = _BY_NAME.get(key)
    if name is None or " " in key or len(key) > max(map(len, CODES)):
        return name
    is_code = key in _FOLDED_CODES
    return name if not is_code or _is_written_as_code(words.strip(" .,;:()[]")) else None


_FOLDED_CODES = {fold(code) for code in CODES}
_JOINED = re.compile(r"[(\s]*([^\W\d_]+)(?:\s?[/+,]\s?([^\W\d_]+)){1,3}[)\s.]*")


def are_agency_codes(line: str) -> bool:
    """Whether a line is codes of agencies joined by slashes, however they are written: "ats/afp".

    A code in small letters is a word by itself; two joined are not.
    """
    if len(line) > _JOINED_LENGTH or not _JOINED.fullmatch(line):
        return False
    return all(fold(part) in _FOLDED_CODES for part in re.findall(r"[^\W\d_]+", line))


_JOINED_LENGTH = 40


def _is_written_as_code(words: str) -> bool:
    return words in CODES or words.isupper() or (len(words) > 3 and words[:1].isupper())  # noqa: PLR2004 short codes in title case are words
