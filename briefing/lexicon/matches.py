"""The words of reports on matches: what they speak of, and what clubs do in them.

Invariant: folded single words; a word that other reports use as often is none of these.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


SPORT = _words(
    """
    goal goals goalkeeper striker midfielder defender penalties kickoff equaliser equalizer
    scoreline substitute referee offside semifinal quarterfinal knockout halftime fixture
    shootout innings wicket wickets batsman bowler scrum playoff playoffs matchday winger stoppage
    buts gardien attaquant tirs penaltys arbitre égalisation championnat prolongation
    buteur penalty égaliser entraîneur mêlée ailier
    gol goles arquero portero delantero penales penaltis árbitro empate semifinales eliminatoria
    tanda expulsión mediocampista goleador penal entrenador centrocampista zaguero goles hinchas
    tore torwart stürmer elfmeter elfmeterschießen schiedsrichter halbzeit ausgleich anpfiff
    bundesliga rückspiel hinspiel spieltag trainer verlängerung treffer
    portiere attaccante rigori rigore arbitra pareggio semifinale doppietta gialloblù serie
    allenatore difensore centrocampista supplementari tifosi
    gols goleiro atacante pênaltis pênalti artilheiro zagueiro técnico
    golo golos avançado penálti penáltis treinador treinadora taça adeptos
    middenvelder verlenging speelronde
    doelpunten doelpunt keeper doelman aanvaller strafschoppen scheidsrechter gelijkmaker eredivisie
    هدف أهداف مباراة حارس مهاجم ركلات الحكم التعادل الدوري المنتخب لاعب
    """
)
"""What matches are made of; a page with several of them reports one."""

PLAYS = _words(
    """
    beat beats won lost drew draws hosted equalised equalized scored conceded
    bat battu gagne incline domine menait mène reçoit recevait affronte
    venció vence igualó iguala empató empata ganó gana perdió pierde goleó golea derrotó rescató
    sufrió eliminó remontó clasificó
    führte empfängt gewann gewinnt schlug schlägt verlor verliert siegte siegt besiegte unterlag
    batte vince perde pareggia supera
    empataram derrotou recebe vence joga mantém
    venceu empatou perdeu perde cai ganhou bateu bate goleou goleia eliminou leva abriu
    won verloor verliest verslaat versloeg wint
    فاز تعادل خسر هزم تغلب
    """
)
"""What a club does, right behind its name."""

AGAINST = _words(
    "against v vs versus beat over contre face contra ante frente gegen tegen contro ضد امام أمام"
)
"""What stands right before the name of the other club."""

ARTICLES = {
    "es": frozenset({"el", "al", "del"}),
    "fr": frozenset({"le", "l"}),
    "it": frozenset({"il", "l", "lo", "al", "all", "dal", "dall"}),
    "pt": frozenset({"o", "ao", "do", "pelo"}),
}
"""Articles that clubs have in Romance languages, and towns have not."""

GROUNDS = _words(
    "ciudad cidade città ville city estadio estádio stade stadio stadium stadion arena campo parque"
)
"""Before "of" and a town: the ground that is called after it."""

CONTESTS = _words(
    "sudamericana sulamericana libertadores intertoto bundesliga eredivisie superliga superlig"
    " ligapro laliga brasileirão recopa supercopa supercoppa superpokal eurocup"
) | {"sul americana", "premier league", "champions league", "europa league", "conference league"}
"""Names of contests, which name neither a body nor a place."""
