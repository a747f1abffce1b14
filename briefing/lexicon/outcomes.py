"""Words that tell how something ended: signed, sentenced, elected, put off, in eight languages.

Invariant: forms that report an end as done, folded unless an accent tells them from another word; a
word tells an outcome by such a form, unless the words around it deny it or only have it ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.lexicon.folding import fold

_FORMS = {
    "signed": (
        "signed signature signé signée signés signent firmo firmaron firmado firmada"
        " unterzeichnet unterschrieben firmato firmata firmano assinado assinada assinou assinaram"
        " ondertekend ondertekenden وقعا وقعوا توقيع"
    ),
    "adopted": (
        "adopted approved ratified adopté adoptée approuvé ratifié adopto adoptado aprobo aprobado"
        " aprobada ratifico verabschiedet angenommen gebilligt ratifiziert adottato adottata"
        " approvato approvata ratificato adotado adotada aprovado aprovada aprovou ratificou"
        " aangenomen goedgekeurd اعتمد اعتمدت صادق صادقت اقر اقرت"
    ),
    "rejected": (
        "rejected rejeté rejetée rechazo rechazado rechazada abgelehnt zuruckgewiesen respinto"
        " respinta bocciato bocciata rejeitado rejeitada rejeitou chumbado verworpen afgewezen"
        " رفض رفضت"
    ),
    "sentenced": (
        "sentenced convicted condamné condamnée condeno condenado condenada verurteilt condannato"
        " condannata condenou veroordeeld ادان ادانت ادين حكمت"
    ),
    "acquitted": (
        "acquitted acquitté acquittée relaxé absuelto absuelta absolvio freigesprochen"
        " assolto assolta absolvido absolvida absolveu vrijgesproken تبرئة"
    ),
    "elected": (
        "elected reelected réélu réélue élu élue elegido elegida eligio gewahlt wiedergewahlt"
        " eletto eletta eleito eleita elegeu gekozen herkozen انتخب انتخبت"
    ),
    "postponed": (
        "postponed adjourned reporté reportée ajourné ajournée aplazo aplazado aplazada pospuesto"
        " verschoben vertagt rinviato rinviata adiado adiada adiou uitgesteld verdaagd تاجيل ارجا"
        " اجلت"
    ),
    "cancelled": (
        "cancelled canceled annulé annulée cancelado cancelada anulado"
        " abgesagt annullato annullata cancelou geannuleerd afgelast الغاء الغى الغت"
    ),
    "without agreement": (
        "deadlock deadlocked impasse stalemate sackgasse stallo patstelling"
    ),
    "released": (
        "freed libéré libérée libérés liberado liberada liberados freigelassen liberato liberata"
        " libertado libertados vrijgelaten افرج افرجت"
    ),
}  # fmt: skip

OUTCOMES = tuple(_FORMS)
"""All outcomes, in the order in which they win a tie."""

_HAPPENED = "happened"
_FORMS_OF_TWO = dict.fromkeys("وقع وقعت".split(), _HAPPENED)
"""What means "happened" unless a paper follows: then it was signed."""
_PAPER = re.compile("(?:ال|و|ب|ل)*(?:اتفاق|مذكر|معاهد|بروتوكول|عقد|اعلان|وثيق|ميثاق)")
_PAPER_REACH = 14
_BY_FORM = _FORMS_OF_TWO | {
    form: name for name in reversed(OUTCOMES) for form in _FORMS[name].split()
}
_LONGEST_ENDING = 3
_SHORTEST = 5
"""A form this long may carry an ending: "condenados"."""
_DENIALS = frozenset(
    "not no never without nor cannot ne pas aucun aucune jamais sans ni nicht kein keine keinen"
    " ohne nie non nessun nessuna senza mai sin ningun ninguna nunca nem nenhum nenhuma sem nao"
    " niet geen zonder nooit لم لن لا ليس دون غير".split()
)
_AHEAD = frozenset(
    "be will would could may might should must sera seront serait pourrait ser podria wird werden"
    " konnte soll sarebbe potrebbe verra zal zullen zou poderia يكون سوف سيتم".split()
)
_DENIED_BEFORE = 4
_DENIED_AFTER = 2
_AHEAD_BEFORE = 3


@lru_cache(maxsize=32768)
def outcome_of_word(word: str) -> str | None:
    """The outcome that a word tells, endings of number and gender aside.

    Forms that only an accent tells from another word ("signé", a sign) must carry it.
    """
    folded = fold(word)
    forms = (word.casefold(), folded, folded.removeprefix("و"))
    return next((name for form in forms if (name := _look_up(form))), None)


def _look_up(word: str) -> str | None:
    for ending in range(_LONGEST_ENDING + 1):
        form = word[: len(word) - ending] if ending else word
        if ending and len(form) < _SHORTEST:
            return None
        if form in _BY_FORM:
            return _BY_FORM[form]
    return None


def outcome_at(words: Sequence[str], at: int) -> str | None:
    """The outcome that a word of a sentence tells as done, None where it is denied or ahead."""
    name = outcome_of_word(words[at])
    if name is None:
        return None
    before = [fold(w) for w in words[max(0, at - _DENIED_BEFORE) : at]]
    after = [fold(w) for w in words[at + 1 : at + 1 + _DENIED_AFTER]]
    if name == _HAPPENED:
        behind = words[at + 1 : at + 1 + _PAPER_REACH]
        name = "signed" if any(_PAPER.match(fold(w)) for w in behind) else None
    is_denied = not _DENIALS.isdisjoint((*before, *after))
    return None if is_denied or not _AHEAD.isdisjoint(before[-_AHEAD_BEFORE:]) else name
