"""Abbreviations whose full stop ends no sentence, in the eight languages.

Invariant: entries are lower case and without their last full stop; none is an ordinary word that
ends sentences in one of the languages.
"""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    """
    mr mrs ms messrs dr drs prof rev hon gen lt col maj capt cmdr sgt cpl adm brig insp supt det gov
    sen rep pres st ste mt ft no nos vs v approx dept est fig vol ed eds pp p cf viz e.g i.e al ca
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri
    m mm mme mmes mlle mlles me mgr pr dre ing av bd env tél janv févr fév avr juil déc ex chap éd
    art n.b apr.j.-c c.-à-d min max réf
    sr sra srta sres dra dn dña d da ud uds vd excmo excma ilmo núm nº nro pág págs tel av avda ctra
    gral tte cap cnel sgto ene abr ago dic aprox a.c d.c ee ff rr
    hr fr nr str bzw ca z z.b d.h u.a u.ä o.ä s.o s.u vgl evtl ggf inkl exkl zzgl max min mio mrd
    bspw sog abs aufl bd geb gest jh jhdt tsd rd std stellv i.v i.d.r a.d v.a z.t u.u d kap mär okt
    dez dipl phil jur med
    sig sigg sig.ra sig.na dott dott.ssa avv arch geom rag on mons p.es pag pagg genn febbr magg giu
    lug ag sett ott dic ecc.mo tav s.p.a s.r.l
    srs exmo exma ilma eng arq des min prof.ª profa dep sen pag fls séc jan fev mai ago set out dez
    art inc
    dhr mevr mw mej ir mr drs jhr ds bijv d.w.z o.a m.b.t i.p.v t.o.v i.v.m t.a.v blz jl mrt
    okt plm resp wnd
    د م أ ا ص ت ق.م
    """.split()
)

CLOSING_ABBREVIATIONS = frozenset(
    """
    u.s u.k u.n e.u u.s.a u.a.e d.c a.m p.m inc ltd co corp bros jr sr.  etc usw ecc enz et.al
    ee.uu s.a s.l s.a.s ph.d m.d b.a m.a ee.uu.
    """.split()
)
"""Those that may also end a sentence: what follows decides."""
