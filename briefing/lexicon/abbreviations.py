"""Abbreviations whose full stop ends no sentence, in the eight languages.

Invariant: entries are lower case and without their last full stop. A language's own list holds
nothing that ends sentences in it; what is an ordinary word too counts before a number only.
"""

from __future__ import annotations

_EVERYWHERE = """
    dr drs prof ing st ste vs p.ex e.g i.e cf tel mr mrs ms mme mmes mlle mlles mgr sr sra srta hr
    fr dhr mevr mw sig sig.ra sig.na dott dott.ssa gen lt col maj capt sgt
"""
_BY_LANGUAGE = {
    "en": """
        messrs rev hon cmdr cpl adm brig insp supt det gov sen rep pres mt ft approx
        dept est ed eds viz v al""",
    "fr": """
        m mm me pr dre av bd env chap éd n.b apr.j.-c av.j.-c c.-à-d réf""",
    "es": """
        sres dra dn dña d da ud uds vd excmo excma ilmo avda ctra gral tte cap cnel sgto
        aprox a.c d.c ee av pte""",
    "de": """
        str bzw ca z z.b d.h u.a u.ä o.ä s.o s.u vgl evtl ggf inkl exkl zzgl mio mrd
        bspw sog abs aufl geb gest jhdt tsd std stellv i.v i.d.r a.d v.a z.t u.u d u s o
        v a i kap dipl phil jur med""",
    "it": """
        sigg avv arch geom rag on mons p.es ecc.mo s.p.a s.r.l ing dr.ssa""",
    "pt": """
        srs exmo exma ilma eng dra prof.ª profa dep dras d""",
    "nl": """
        mej ir jhr ds bijv d.w.z o.a m.b.t i.p.v t.o.v i.v.m t.a.v resp plm ca m.n""",
    "ar": """
        د م أ ا ص ق.م أ.د""",
}

ABBREVIATIONS = {
    language: frozenset(f"{_EVERYWHERE} {words}".split())
    for language, words in _BY_LANGUAGE.items()
}
OTHER_ABBREVIATIONS = frozenset(_EVERYWHERE.split())
"""For a language that has no list of its own."""

NUMERIC_ABBREVIATIONS = frozenset(
    """
    no nos nr nrs núm nº nro art fig vol p pp pág págs pag pagg blz s cap ch kap bd abs par
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil août déc ene abr ago dic
    mär okt dez genn febbr gen magg mag giu lug sett set ott fev mai out mrt
    """.split()
)
"""Abbreviations before a number, ordinary words or ends of sentences elsewhere."""

CLOSING_ABBREVIATIONS = frozenset(
    """
    u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m inc ltd co corp bros jr etc usw ecc enz et.al
    ee.uu uu s.a s.l s.a.s ph.d m.d b.a m.a
    """.split()
)
"""Those that may also end a sentence: what follows decides."""
