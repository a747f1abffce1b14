"""Nouns before the names of what is nobody and no place: storms, ships, spacecraft; feast days.

Invariant: folded single words; a noun before the names of firms or places as well is none of these.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


THINGS = _words(
    """
    cyclone hurricane typhoon storm satellite rocket spacecraft probe tanker trawler frigate yacht
    freighter tugboat submarine ferry
    ouragan typhon tempête fusée sonde paquebot pétrolier chalutier frégate navire voilier
    ciclón huracán tifón tormenta borrasca satélite cohete sonda buque petrolero carguero fragata
    velero pesquero
    zyklon zyklons hurrikan hurrikans taifun taifuns orkan sturmtief satellit satelliten rakete
    frachter fregatte fähre tanker segelschiff
    ciclone uragano tifone tempesta razzo traghetto petroliera peschereccio fregata nave veliero
    furacão tufão tempestade foguete navio petroleiro rebocador veleiro
    cycloon orkaan tyfoon raket satelliet veerboot vrachtschip
    إعصار الإعصار صاروخ سفينة السفينة ناقلة الناقلة عبارة
    """
)
"""Right before a name, in small letters or with a capital: "Cyclone …", "le pétrolier …"."""

FEASTS = _words(
    """
    christmas easter ramadan noël pâques toussaint navidad pascua nochebuena weihnachten ostern
    pfingsten silvester natale pasqua ferragosto epifania natal páscoa carnaval kerst pasen
    """
)
"""Feast days, which are capitalised and name nobody."""

SURNAME_ENDINGS = (
    *("baum", "holz", "wald", "feld", "hof", "haus", "land", "bach", "berg", "stein", "burg"),
    *("dorf", "heim", "mann", "kamp", "brink", "horst", "vogel", "mark", "meister", "macher"),
)
"""Nouns in which German and Dutch surnames and the names of towns end as well."""
