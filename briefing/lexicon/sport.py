"""Words of games between teams: what tells that a page reports one, and who plays in it.

Invariant: folded single words; none that wars, elections or markets are told with alone.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


GAME_WORDS = _words(
    "goalkeeper striker midfielder defender winger referee halftime equaliser equalizer semifinal"
    " quarterfinal matchday shootout wicket wickets innings batsman bowler scrum goalless playoff"
    " playoffs stoppage substitute league fixture keeper scored goal goals penalty penalties"
    " buteur attaquant arbitre égalisation égaliser championnat entraîneur prolongations ailier"
    " mêlée demi-finale gardien milieu buts pénalty match mi-temps penaltys"
    " portero delantero árbitro empate goleador liga jornada penalti penal entrenador gol goles"
    " semifinal centrocampista defensa zaguero mediocampista arquero"
    " torwart stürmer schiedsrichter halbzeit ausgleich elfmeter spieltag trainer tor tore liga"
    " abwehr mittelfeld verlängerung anpfiff abpfiff treffer"
    " portiere attaccante arbitro pareggio rigore rigori giornata allenatore campionato gol"
    " difensore centrocampista supplementari recupero"
    " guarda-redes goleiro avançado atacante árbitro empate golo golos gol gols jornada rodada"
    " treinador treinadora técnico penálti penáltis pênalti meia-final meio-campo baliza"
    " doelman keeper spits scheidsrechter rust gelijkmaker speelronde trainer doelpunt doelpunten"
    " competitie halve-finale verdediger middenvelder"
    " حارس مهاجم حكم هدف هدفا أهداف مدرب الدوري شوط الشوط ركلات الترجيح مباراة المباراة"
)
"""What only pages on games say several of."""

PLAYS = {
    "en": _words(
        "beat won lost drew scored conceded hosted thrashed edged equalised led trailed defeated"
        " play plays played face faces faced"
    ),
    "fr": _words(
        "battu bat battent imposé gagné perdu menait menaient mène éliminé égalisé reçoit recevait"
        " recevra dominé concédé remporté renversé joue jouera affronte affrontera"
    ),
    "es": _words(
        "venció derrotó ganó perdió empató goleó igualó recibió recibe eliminó cayó remontó juega"
        " jugará enfrenta superó"
    ),
    "de": _words(
        "gewann gewinnt verlor verliert besiegte besiegt schlug schlägt unterlag führte empfängt"
        " spielte spielt siegte siegt"
    ),
    "it": _words(
        "batte battuto vince vinto perde perso pareggia pareggiato sconfigge supera ospita elimina"
        " eliminato travolge gioca affronta"
    ),
    "pt": _words(
        "venceu vence perdeu perde empatou empataram ganhou goleou eliminou recebe recebeu bateu"
        " derrotou joga mantém"
    ),
    "nl": _words("won wint verloor verliest versloeg verslaat speelde speelt ontvangt klopte"),
    "ar": _words("فاز خسر تعادل هزم تغلب"),
}
"""What a team does, beside its name."""

AGAINST = {
    "en": _words("against versus vs"),
    "fr": _words("contre face"),
    "es": _words("contra frente ante"),
    "de": _words("gegen"),
    "it": _words("contro"),
    "pt": _words("contra frente"),
    "nl": _words("tegen"),
    "ar": _words("ضد أمام على"),
}
"""What stands before the other team."""

OF_TEAMS = {
    "fr": _words("le l du au"),
    "es": _words("el del al"),
    "it": _words("il l lo del dell dello dal dall al all sul"),
    "pt": _words("o do ao pelo"),
}
"""Articles, also with a preposition in one, that towns do without and teams bear."""
