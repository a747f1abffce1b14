"""Words with a capital that name nobody: calls to the reader, German nouns.

Invariant: folded single words and endings; nothing that is a surname or a town as well.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import COMPANY_COMPOUNDS


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


CALLS = _words(
    """
    subscribe follow share download accept sign register unsubscribe
    rejoignez écrivez inscrivez abonnez suivez partagez partager téléchargez découvrez gérer
    accepter fermer retrouvez recevez connectez abonnement
    suscríbete suscríbase aceptar enviar compartir síguenos únete descarga regístrate lee
    abonnieren anmelden teilen herunterladen akzeptieren folgen
    iscriviti abbonati vedi leggi scarica condividi segui accetta registrati
    subscreva assine partilhe compartilhe siga aceitar cadastre inscreva
    abonneer meld deel bekijk lees aanmelden volg accepteer
    """
)
"""What pages ask their readers to do."""

THINGS = _words(
    """
    cyclone hurricane typhoon storm tropical zyklon taifun hurrikan orkan sturmtief ciclone ciclón
    huracán tifón borrasca ouragan typhon tempête tempesta furacão tufão tempestade cycloon tyfoon
    dredger tanker freighter trawler vessel ferry barge fregatte frachter fähre tanker baggerschip
    cargo chalutier pétrolier buque petrolero carguero nave traghetto petroliera navio petroleiro
    val valle vallée rio río monte cabo puerto santo funivia seilbahn téléphérique teleférico
    إعصار عاصفة سفينة ناقلة عبارة باخرة
    """
)
"""What opens the names of storms, ships and parts of the land, and of nobody without more."""

GERMAN_NOUNS = tuple(
    fold(word)
    for word in (
        "sturz streik hauptstadt export import preis preise früh gutschein beitritt status video"
        " gipfel treffen abkommen vertrag unfall unglück beben krise kosten gesetz plan projekt"
        " bericht streit angriff anschlag gespräche verhandlungen firma unternehmen handel"
        " steuer wirtschaft politik minister ministerin sprecher sprecherin präsident präsidentin"
        " kreise kreisen wahl wahlen ergebnis sieg niederlage zahlen opfer schäden lage"
    ).split()
)
"""How German compounds end that are no names: nouns bear a capital there."""


def is_german_noun(word: str) -> bool:
    """Whether a German word, compound or not, is a noun for a thing or an act."""
    key = fold(word)
    return key.endswith(GERMAN_NOUNS)


def is_thing(name: str) -> bool:
    """Whether a folded name opens with what storms, ships or firms are called by.

    German and Dutch write the kind of a firm as the end of a compound ("Fietsenfabrikant …").
    """
    first = name.partition(" ")[0]
    return first in THINGS or first.endswith((*COMPANY_COMPOUNDS, "fabrikant"))
